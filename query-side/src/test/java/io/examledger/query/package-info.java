/** Tests of the query side. */
@NullMarked
package io.examledger.query;

import org.jspecify.annotations.NullMarked;
