package io.examledger.command.order.remind;

import io.examledger.kernel.order.OrderId;

/** Counts what an enterprise order still has to lose. */
public interface UnusedCodes {
    /** How many codes of the order are unused now; 0 if it has none. */
    long of(OrderId order);
}
