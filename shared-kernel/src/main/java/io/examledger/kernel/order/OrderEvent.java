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
}
