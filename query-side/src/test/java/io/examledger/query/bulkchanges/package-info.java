/** Tests of bulk changes. */
@NullMarked
package io.examledger.query.bulkchanges;

import org.jspecify.annotations.NullMarked;
