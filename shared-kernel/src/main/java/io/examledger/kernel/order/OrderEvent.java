package io.examledger.kernel.order;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.money.Money;
import java.time.Instant;
import java.util.List;

/** What happens to an order, which the management platform also shows as a bill. How it ends is {@link OrderEndEvent}. */
public sealed interface OrderEvent
        permits OrderEvent.Placed,
                OrderEvent.Purchased,
                OrderEvent.RedeemCodesIssued,
                OrderEvent.PaymentStarted,
                OrderEvent.PaymentCaptured,
                OrderEvent.PaymentFailed,
                OrderEvent.RefundRequested,
                OrderEvent.RefundDropped,
                OrderEvent.Refunded,
                OrderEndEvent {
    String orderId();

    /** The account that placed the order and owns what it buys. */
    String buyer();

    /**
     * The price is fixed here and stays (CAT-3).
     *
     * @param quantity number of codes of an enterprise order; 1 for an individual one
     * @param total what is to be paid: the list price, less what a voucher takes off (VOU-4)
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
     * Money that is kept elsewhere is about to be taken for the order.
     *
     * @param paymentId the keys of the captures follow from it
     */
    @EventType(value = "order.payment-started", rules = "ORD-2")
    record PaymentStarted(String orderId, String buyer, String paymentId, List<PaymentPart> parts, Instant startedAt)
            implements OrderEvent {
        public PaymentStarted {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of the payment was taken.
     *
     * @param part its number, counted from 1
     * @param reference by which the payment provider knows the money
     */
    @EventType(value = "order.payment-captured", rules = "ORD-2")
    record PaymentCaptured(
            String orderId, String buyer, String paymentId, int part, String reference, Instant capturedAt)
            implements OrderEvent {}

    /** The payment ended unpaid; what had been taken of it has gone back. */
    @EventType(value = "order.payment-failed", rules = "ORD-2")
    record PaymentFailed(String orderId, String buyer, String paymentId, String reason, Instant failedAt)
            implements OrderEvent {}

    /** The buyer asked for the order's refund; until that is over there is no other one (REF-2). */
    @EventType(
            value = "order.refund-requested",
            rules = {"REF-1", "REF-2"})
    record RefundRequested(String orderId, String buyer, String refundId, Instant requestedAt) implements OrderEvent {}

    /**
     * The refund ended and nothing went back; there can be another (REF-4).
     *
     * @param rejected whether staff rejected it; otherwise no code was left unused by its turn
     */
    @EventType(value = "order.refund-dropped", rules = "REF-4")
    record RefundDropped(String orderId, String buyer, String refundId, boolean rejected, Instant droppedAt)
            implements OrderEvent {}

    /**
     * The order's one refund is done (REF-2).
     *
     * @param places how many were refunded
     * @param quantity how many the order was for; the order is refunded in part, or as a whole
     * @param amount that went back
     */
    @EventType(
            value = "order.refunded",
            rules = {"REF-1", "REF-2", "REF-3"})
    record Refunded(
            String orderId, String buyer, String refundId, int places, int quantity, Money amount, Instant refundedAt)
            implements OrderEvent {}
}
