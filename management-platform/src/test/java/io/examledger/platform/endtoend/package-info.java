/** The whole system under load, raced and killed, on real databases. */
@NullMarked
package io.examledger.platform.endtoend;

import org.jspecify.annotations.NullMarked;
