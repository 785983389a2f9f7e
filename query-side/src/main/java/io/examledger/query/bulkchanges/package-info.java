/** Changes of many codes at once, as their owner follows them. */
@NullMarked
package io.examledger.query.bulkchanges;

import org.jspecify.annotations.NullMarked;
