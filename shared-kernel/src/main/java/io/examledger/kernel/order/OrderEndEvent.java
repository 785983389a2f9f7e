package io.examledger.kernel.order;

import io.examledger.kernel.event.EventType;
import java.time.Instant;
import java.util.List;

/** How the validity of an order ends: reminders before (ORD-5), then the order, then its codes (ORD-4). */
public sealed interface OrderEndEvent extends OrderEvent {
    /**
     * The order's validity has ended, and with it all that was not used (ORD-4). For an enterprise order the codes follow,
     * chunk after chunk.
     *
     * @param validUntil when it ended; {@code expiredAt} is when that was noted
     */
    @EventType(value = "order.expired", rules = "ORD-4")
    record Expired(
            String orderId,
            String buyer,
            OrderKind kind,
            String subject,
            int quantity,
            Instant validUntil,
            Instant expiredAt)
            implements OrderEndEvent {}

    /**
     * A chunk of an expired order's codes was looked at, and what was unused or bound has expired; committed together
     * with the codes themselves (ORD-4, COD-9).
     *
     * @param from number of the chunk's first code, counted from 1
     * @param to number of its last code
     * @param quantity number of codes of the whole order; the last chunk ends with it
     */
    @EventType(
            value = "order.redeem-codes-expired",
            rules = {"ORD-4", "COD-9"})
    record RedeemCodesExpired(String orderId, String buyer, int from, int to, int quantity, Instant expiredAt)
            implements OrderEndEvent {}

    /**
     * It is time to remind the buyer that the order will expire (ORD-5). At most one for each order and threshold.
     *
     * @param kind an INDIVIDUAL order's buyer is told by SMS too
     * @param threshold the span that is left, in days: the nearest that has been reached
     * @param skipped earlier thresholds that were reached meanwhile and are not sent any more, farthest first
     * @param policyVersion version of the policy that has these thresholds
     */
    @EventType(value = "order.reminder-due", rules = "ORD-5")
    record ReminderDue(
            String orderId,
            String buyer,
            OrderKind kind,
            String subject,
            int quantity,
            int threshold,
            List<Integer> skipped,
            Instant validUntil,
            Instant dueAt,
            int policyVersion)
            implements OrderEndEvent {
        public ReminderDue {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Thresholds were reached and nobody is reminded, because nothing was left to lose (ORD-5).
     *
     * @param thresholds in days, farthest first
     */
    @EventType(value = "order.reminders-skipped", rules = "ORD-5")
    record RemindersSkipped(
            String orderId,
            String buyer,
            List<Integer> thresholds,
            Instant validUntil,
            Instant skippedAt,
            int policyVersion)
            implements OrderEndEvent {
        public RemindersSkipped {
            thresholds = List.copyOf(thresholds);
        }
    }
}
