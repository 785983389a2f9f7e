/** The end of an order's validity, and of all that was not used by then (ORD-4). */
@NullMarked
package io.examledger.command.order.expire;

import org.jspecify.annotations.NullMarked;
