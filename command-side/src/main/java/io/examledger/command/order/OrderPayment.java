package io.examledger.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The part of an order that knows how it is paid: once, exactly, and with money that may be taken elsewhere before. */
public class OrderPayment {
    /** Null until the first event is applied. */
    private OrderEvent.@Nullable Placed placed;

    private @Nullable OpenPayment open;
    private boolean paid;
    private String paidBy = "";

    OrderPayment() {}

    private OrderEvent.Placed placed() {
        if (placed == null) {
            throw new IllegalStateException("an order begins with being placed");
        }
        return placed;
    }

    /**
     * Begins a payment whose money is kept elsewhere, or goes on with the one that has begun.
     *
     * @param id of a new payment
     */
    public OpenPayment start(AccountId payer, List<PaymentPart> parts, String id, Instant at) {
        requirePayable(payer, parts);
        if (open == null) {
            apply(new OrderEvent.PaymentStarted(placed().orderId(), placed().buyer(), id, parts, at));
        } else if (!open.parts().equals(parts)) {
            throw pending();
        }
        return open().orElseThrow();
    }

    /** The payment that has begun. */
    public Optional<OpenPayment> open() {
        return Optional.ofNullable(open);
    }

    /** A part was taken elsewhere. Repeating it changes nothing. */
    public void captured(String id, int part, String reference, Instant at) {
        if (open != null && open.paymentId().equals(id) && !open.captured().containsKey(part)) {
            apply(new OrderEvent.PaymentCaptured(placed().orderId(), placed().buyer(), id, part, reference, at));
        }
    }

    /** What was taken has gone back. Repeating it changes nothing. */
    public void fail(String id, String reason, Instant at) {
        if (open != null && open.paymentId().equals(id)) {
            apply(new OrderEvent.PaymentFailed(placed().orderId(), placed().buyer(), id, reason, at));
        }
    }

    /** Whether this payment has paid the order. */
    public boolean isBy(String id) {
        return paid && !id.isEmpty() && paidBy.equals(id);
    }

    /**
     * Takes the payment, once (ORD-7).
     *
     * @param elsewhere of which methods the money must have been taken before
     * @return until when the order is valid
     */
    public Instant take(
            AccountId payer,
            List<PaymentPart> parts,
            Predicate<PaymentMethod> elsewhere,
            Instant at,
            ValidityPolicy policy) {
        requirePayable(payer, parts);
        boolean taken = open == null
                ? parts.stream().noneMatch(part -> elsewhere.test(part.method()))
                : open.parts().equals(parts) && open.isTaken(elsewhere);
        if (!taken) {
            throw pending();
        }
        Instant until = policy.validUntil(at);
        OrderEvent.Placed order = placed();
        apply(new OrderEvent.Purchased(
                order.orderId(),
                order.buyer(),
                order.kind(),
                order.subject(),
                order.quantity(),
                parts,
                at,
                until,
                policy.version()));
        return until;
    }

    private void requirePayable(AccountId payer, List<PaymentPart> parts) {
        if (!placed().buyer().equals(payer.value())) {
            throw Refusals.notFound();
        }
        if (paid) {
            throw Refusals.conflict("order.already-paid", "The order has been paid already; it is paid once (ORD-7).");
        }
        new AmountDue(placed().total()).requireCoveredBy(parts);
    }

    private static RuntimeException pending() {
        return Refusals.conflict(
                "order.payment-pending",
                "A payment of other parts is under way. Repeat that one, or wait until it has failed (ORD-7).");
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Placed event) {
        placed = event;
    }

    @EventSourcingHandler
    void evolve(OrderEvent.PaymentStarted event) {
        open = new OpenPayment(event.paymentId(), event.parts(), Map.of());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.PaymentCaptured event) {
        open = open().orElseThrow().with(event.part(), event.reference());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.PaymentFailed event) {
        open = null;
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Purchased event) {
        paid = true;
        paidBy = open().map(OpenPayment::paymentId).orElse("");
        open = null;
    }
}
