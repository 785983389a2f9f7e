package io.examledger.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The part of an order that knows of its one refund (REF-1, REF-2). */
public class OrderRefund {
    private OrderEvent.@Nullable Placed placed;
    private OrderEvent.@Nullable Purchased paid;
    /** References of what was taken elsewhere, by the number of the part. */
    private final Map<Integer, String> captured = new HashMap<>();

    private int issued;
    private OneRefund refund = OneRefund.NONE;

    OrderRefund() {}

    /** What was bought, as a refund needs to know it. */
    public record Bought(
            OrderKind kind,
            String subject,
            Money unitPrice,
            int quantity,
            List<PaidPart> paid,
            boolean rejectedBefore) {
        public Bought {
            paid = List.copyOf(paid);
        }

        /** What would go back for so many places (REF-3). */
        public RefundShare share(int places) {
            return RefundShare.of(unitPrice, paid.stream().map(PaidPart::amount).toList(), places, quantity);
        }
    }

    /** Begins the order's one refund. */
    public Bought request(RefundId id, AccountId account, Instant at) {
        OrderEvent.Placed order = placed();
        if (!order.buyer().equals(account.value())) {
            throw Refusals.notFound();
        }
        if (paid == null) {
            throw Refusals.conflict("order.not-paid", "Only a paid order can be refunded (REF-1, REF-2).");
        }
        refund.requireNone();
        if (!at.isBefore(paid.validUntil())) {
            throw Refusals.conflict(
                    "order.expired",
                    "Until %s the order could have been refunded (ORD-4).".formatted(paid.validUntil()));
        }
        if (order.kind() == OrderKind.ENTERPRISE && issued < order.quantity()) {
            throw Refusals.conflict(
                    "order.codes-not-issued", "The order's codes are still being issued; try again in a moment.");
        }
        Bought bought = new Bought(
                order.kind(),
                order.subject(),
                order.unitPrice(),
                order.quantity(),
                parts(paid.parts()),
                refund.rejected());
        apply(new OrderEvent.RefundRequested(order.orderId(), order.buyer(), id.value(), at));
        return bought;
    }

    private List<PaidPart> parts(List<PaymentPart> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new PaidPart(parts.get(i).method(), parts.get(i).amount(), captured.get(i + 1)))
                .toList();
    }

    private OrderEvent.Placed placed() {
        if (placed == null) {
            throw new IllegalStateException("an order begins with being placed");
        }
        return placed;
    }

    /** The one that is under way. */
    public Optional<RefundId> underWay() {
        return Optional.ofNullable(refund.pending());
    }

    /** @throws Refused if there is none */
    public RefundId pending() {
        return refund.requirePending();
    }

    /** Nothing went back (REF-4). */
    public void drop(RefundId id, boolean rejected, Instant at) {
        apply(new OrderEvent.RefundDropped(placed().orderId(), placed().buyer(), id.value(), rejected, at));
    }

    /** REF-2. */
    public void settle(RefundEvent.Settled settled) {
        apply(new OrderEvent.Refunded(
                placed().orderId(),
                placed().buyer(),
                settled.refundId(),
                settled.places(),
                placed().quantity(),
                settled.amount(),
                settled.settledAt()));
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Placed event) {
        placed = event;
    }

    @EventSourcingHandler
    void evolve(OrderEvent.PaymentCaptured event) {
        captured.put(event.part(), event.reference());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.PaymentFailed event) {
        captured.clear();
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Purchased event) {
        paid = event;
    }

    @EventSourcingHandler
    void evolve(OrderEvent.RedeemCodesIssued event) {
        issued = event.to();
    }

    @EventSourcingHandler
    void evolve(OrderEvent.RefundRequested event) {
        refund = refund.requested(event.refundId());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.RefundDropped event) {
        refund = refund.dropped(event.rejected());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Refunded event) {
        refund = refund.settled();
    }
}
