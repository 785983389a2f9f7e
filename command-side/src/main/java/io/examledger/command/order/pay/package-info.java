/** Paying an order. */
@NullMarked
package io.examledger.command.order.pay;

import org.jspecify.annotations.NullMarked;
