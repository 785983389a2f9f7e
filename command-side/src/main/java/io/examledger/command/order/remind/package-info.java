/** Reminding a buyer that an order will expire (ORD-5). */
@NullMarked
package io.examledger.command.order.remind;

import org.jspecify.annotations.NullMarked;
