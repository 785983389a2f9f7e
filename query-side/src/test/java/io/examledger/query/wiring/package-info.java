/** Tests of the wiring. */
@NullMarked
package io.examledger.query.wiring;

import org.jspecify.annotations.NullMarked;
