package io.examledger.command.order.remind;

import io.examledger.kernel.order.OrderId;

/**
 * Counts what an enterprise order still has to lose (ORD-5). Codes that a pending refund has frozen are among it: the rule book excepts
 * what is used or refunded, and these are neither. The refund may be rejected (REF-4), on the last day even, and a buyer who had not
 * been reminded would lose them unheard; a reminder too many costs nothing. An individual's refund is never held and ends the
 * registration at once, so there is nothing to remind of.
 */
public interface UnusedCodes {
    /** How many codes of the order are unused now, frozen ones included; 0 if it has none. */
    long of(OrderId order);
}
