/** Files of exactly what a filter shows (COD-12). */
@NullMarked
package io.examledger.query.exports;

import org.jspecify.annotations.NullMarked;
