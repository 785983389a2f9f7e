/** Refunds of orders: their identity and what happens to them. */
@NullMarked
package io.examledger.kernel.refund;

import org.jspecify.annotations.NullMarked;
