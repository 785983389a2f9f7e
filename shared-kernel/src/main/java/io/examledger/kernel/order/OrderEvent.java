package io.examledger.kernel.order;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.money.Money;
import java.time.Instant;
import java.util.List;

/** What happens to an order, which the management platform also shows as a bill. */
public sealed interface OrderEvent {
    String orderId();

    /** The account that placed the order and owns what it buys. */
    String buyer();

    /**
     * The price is fixed here and stays (CAT-3).
     *
     * @param quantity number of codes of an enterprise order; 1 for an individual one
     * @param terms version of the terms of service that were accepted (ORD-1)
     */
    @EventType(
            value = "order.placed",
            rules = {"ORD-1", "CAT-3"})
    record Placed(
            String orderId,
            String buyer,
            OrderKind kind,
            String subject,
            int quantity,
            Money unitPrice,
            Money total,
            String terms,
            Instant placedAt)
            implements OrderEvent {}

    /**
     * The order is paid and valid from now on (ORD-3).
     *
     * @param validUntil first instant at which the order is no longer valid
     * @param policyVersion version of the validity policy that decided {@code validUntil}
     */
    @EventType(
            value = "order.purchased",
            rules = {"ORD-2", "ORD-3", "ORD-6"})
    record Purchased(
            String orderId,
            String buyer,
            OrderKind kind,
            String subject,
            int quantity,
            List<PaymentPart> parts,
            Instant paidAt,
            Instant validUntil,
            int policyVersion)
            implements OrderEvent {
        public Purchased {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A chunk of the order's codes exists; committed together with the codes themselves (ORD-7).
     *
     * @param from number of the chunk's first code, counted from 1
     * @param to number of its last code
     * @param quantity number of codes of the whole order; issuing is over when {@code to} reaches it
     */
    @EventType(value = "order.redeem-codes-issued", rules = "ORD-7")
    record RedeemCodesIssued(String orderId, String buyer, int from, int to, int quantity, Instant issuedAt)
            implements OrderEvent {}

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
            implements OrderEvent {}

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
            implements OrderEvent {}

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
            implements OrderEvent {
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
            implements OrderEvent {
        public RemindersSkipped {
            thresholds = List.copyOf(thresholds);
        }
    }
}
