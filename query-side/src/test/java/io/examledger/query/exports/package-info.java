/** Tests of exports. */
@NullMarked
package io.examledger.query.exports;

import org.jspecify.annotations.NullMarked;
