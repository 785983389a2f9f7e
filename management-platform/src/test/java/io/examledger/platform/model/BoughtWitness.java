package io.examledger.platform.model;

import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the events say of orders, their codes and their money. */
final class BoughtWitness {
    private final Witness witness;
    private final Map<String, Set<Integer>> reminded = new HashMap<>();
    private final Map<String, long[]> money = new HashMap<>();

    BoughtWitness(Witness witness) {
        this.witness = witness;
    }

    void fold(Object payload) {
        switch (payload) {
            case OrderEvent e -> fold(e);
            case RedeemCodeEvent e -> fold(e);
            default -> {}
        }
    }

    /** Paid and returned, by order and method, in minor units. */
    Map<String, long[]> money() {
        return money;
    }

    void paid(BalanceEvent.Debited e) {
        money.computeIfAbsent(e.orderId() + " " + e.method(), key -> new long[2])[0] +=
                e.amount().amount();
    }

    void returned(BalanceEvent.Credited e) {
        money.computeIfAbsent(e.orderId() + " " + e.method(), key -> new long[2])[1] +=
                e.amount().amount();
    }

    private void fold(OrderEvent event) {
        Facts order = witness.of("order " + event.orderId());
        switch (event) {
            case OrderEvent.Placed e ->
                order.with("total", e.total())
                        .with("quantity", e.quantity())
                        .with("paid", null)
                        .with("until", null)
                        .with("issued", 0)
                        .with("expired", false)
                        .with("refund", "none")
                        .with("reminded", Set.of())
                        .with("reminder", "none");
            case OrderEvent.Purchased e -> order.with("paid", e.parts()).with("until", e.validUntil());
            case OrderEvent.RedeemCodesIssued e -> order.with("issued", e.to());
            case OrderEvent.RefundRequested e -> order.with("refund", "pending");
            case OrderEvent.RefundDropped e -> order.with("refund", "none");
            case OrderEvent.Refunded e -> order.with("refund", "done");
            case OrderEndEvent.Expired e -> order.with("expired", true);
            case OrderEndEvent.ReminderDue e -> {
                reminded(order, e.orderId(), e.threshold());
                order.with("reminder", "due " + e.threshold());
                e.skipped().forEach(days -> reminded(order, e.orderId(), days));
            }
            case OrderEndEvent.RemindersSkipped e -> {
                e.thresholds().forEach(days -> reminded(order, e.orderId(), days));
                order.with("reminder", "skipped");
            }
            case OrderEndEvent.RedeemCodesExpired e -> {}
            case OrderEvent.PaymentStarted e -> {}
            case OrderEvent.PaymentCaptured e -> {}
            case OrderEvent.PaymentFailed e -> {}
        }
    }

    private void reminded(Facts order, String id, int days) {
        Set<Integer> before = reminded.computeIfAbsent(id, key -> new TreeSet<>());
        if (!before.add(days)) {
            throw new Disagreement("a reminder is sent once (ORD-5): " + id + ", " + days);
        }
        order.with("reminded", Set.copyOf(before));
    }

    private void fold(RedeemCodeEvent event) {
        Facts code = witness.of("code " + event.redeemCodeId());
        switch (event) {
            case RedeemCodeEvent.Issued e ->
                code.with("order", e.orderId())
                        .with("status", RedeemCodeStatus.UNUSED)
                        .with("holder", null)
                        .with("registration", null)
                        .with("frozen", false)
                        .with("digest", e.digest());
            case RedeemCodeEvent.Bound e ->
                code.with("status", RedeemCodeStatus.BOUND)
                        .with("holder", e.holder())
                        .with("registration", e.registrationId());
            case RedeemCodeEvent.Unbound e ->
                code.with("status", RedeemCodeStatus.UNUSED)
                        .with("holder", null)
                        .with("registration", null);
            case RedeemCodeEvent.Regenerated e -> code.with("digest", e.digest());
            case RedeemCodeEvent.Frozen e -> code.with("frozen", true);
            case RedeemCodeEvent.Released e -> code.with("frozen", false);
            case RedeemCodeEvent.OutlivedOrder e -> {}
            case RedeemCodeEvent.Refunded e ->
                code.with("status", RedeemCodeStatus.REFUNDED).with("frozen", false);
            case RedeemCodeEvent.Expired e -> code.with("status", RedeemCodeStatus.EXPIRED);
            case RedeemCodeEvent.Scheduled e -> code.with("status", RedeemCodeStatus.SCHEDULED);
            case RedeemCodeEvent.Unscheduled e -> code.with("status", e.status());
            case RedeemCodeEvent.Completed e -> code.with("status", RedeemCodeStatus.COMPLETED);
        }
    }
}
