package io.examledger.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import io.examledger.command.order.place.PlaceOrder;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** An order: paid once and exactly, valid for a year, and as many codes as were bought (ORD-3, ORD-7). */
public class Order {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String orderId;

    private String buyer = "";
    private String subject = "";
    private OrderKind kind = OrderKind.INDIVIDUAL;
    private int quantity;
    private Money unitPrice = Money.zero("USD");
    private AmountDue due = new AmountDue(Money.zero("USD"));
    private List<PaidPart> paid = List.of();
    private @Nullable Instant validUntil;
    private int issued;
    private @Nullable OpenPayment payment;
    private String paidBy = "";
    private OneRefund refund = OneRefund.NONE;

    /** For Axon, before the first event. */
    protected Order() {}

    /**
     * The price is fixed now (CAT-3).
     *
     * @param total what a voucher has left of the list price (VOU-4)
     */
    public static Order place(PlaceOrder command, String terms, Money unitPrice, Money total) {
        Order order = new Order();
        apply(new OrderEvent.Placed(
                command.orderId().value(),
                command.buyer().value(),
                command.kind(),
                command.subject().value(),
                command.quantity(),
                unitPrice,
                total,
                terms,
                command.at()));
        return order;
    }

    /**
     * Begins a payment whose money is kept elsewhere, or goes on with the one that has begun.
     *
     * @param id of a new payment
     */
    public OpenPayment startPayment(AccountId payer, List<PaymentPart> parts, String id, Instant at) {
        requirePayable(payer, parts);
        if (payment == null) {
            apply(new OrderEvent.PaymentStarted(orderId, buyer, id, parts, at));
        } else if (!payment.parts().equals(parts)) {
            throw Refusals.conflict(
                    "order.payment-pending",
                    "A payment of other parts is under way. Repeat that one, or wait until it has failed (ORD-7).");
        }
        return openPayment().orElseThrow();
    }

    public Optional<OpenPayment> openPayment() {
        return Optional.ofNullable(payment);
    }

    /** A part was taken elsewhere. Repeating it changes nothing. */
    public void captured(String id, int part, String reference, Instant at) {
        if (payment != null
                && payment.paymentId().equals(id)
                && !payment.captured().containsKey(part)) {
            apply(new OrderEvent.PaymentCaptured(orderId, buyer, id, part, reference, at));
        }
    }

    /** What was taken has gone back. Repeating it changes nothing. */
    public void failPayment(String id, String reason, Instant at) {
        if (payment != null && payment.paymentId().equals(id)) {
            apply(new OrderEvent.PaymentFailed(orderId, buyer, id, reason, at));
        }
    }

    /** Whether this payment has paid the order. */
    public boolean isPaidBy(String id) {
        return validUntil != null && !id.isEmpty() && paidBy.equals(id);
    }

    /**
     * Takes the payment, once (ORD-7).
     *
     * @param elsewhere of which methods the money must have been taken before
     */
    public Instant pay(
            AccountId payer,
            List<PaymentPart> parts,
            Predicate<PaymentMethod> elsewhere,
            Instant at,
            ValidityPolicy policy) {
        requirePayable(payer, parts);
        boolean taken = payment == null
                ? parts.stream().noneMatch(part -> elsewhere.test(part.method()))
                : payment.parts().equals(parts) && payment.isTaken(elsewhere);
        if (!taken) {
            throw Refusals.conflict(
                    "order.payment-pending",
                    "Another payment of the order is under way; see what becomes of it (ORD-7).");
        }
        Instant until = policy.validUntil(at);
        apply(new OrderEvent.Purchased(orderId, buyer, kind, subject, quantity, parts, at, until, policy.version()));
        return until;
    }

    private void requirePayable(AccountId payer, List<PaymentPart> parts) {
        requireOwner(payer);
        if (validUntil != null) {
            throw Refusals.conflict("order.already-paid", "The order has been paid already; it is paid once (ORD-7).");
        }
        due.requireCoveredBy(parts);
    }

    private void requireOwner(AccountId account) {
        if (!buyer.equals(account.value())) {
            throw Refusals.notFound();
        }
    }

    /**
     * Marks a chunk as issued; the codes themselves are issued in the same transaction.
     *
     * @param from number of the chunk's first code, counted from 1
     * @return false if the chunk has been issued before
     * @throws IllegalStateException if the order has no such codes, or others come first
     */
    public boolean issueChunk(int from, int to, Instant at) {
        if (validUntil == null || kind != OrderKind.ENTERPRISE || from > to || to > quantity || from > issued + 1) {
            throw new IllegalStateException("no codes %d to %d to issue for order %s".formatted(from, to, orderId));
        }
        if (from <= issued) {
            return false;
        }
        apply(new OrderEvent.RedeemCodesIssued(orderId, buyer, from, to, quantity, at));
        return true;
    }

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

    /** Begins the order's one refund (REF-1, REF-2). */
    public Bought requestRefund(RefundId id, AccountId account, Instant at) {
        requireOwner(account);
        if (validUntil == null) {
            throw Refusals.conflict("order.not-paid", "Only a paid order can be refunded (REF-1, REF-2).");
        }
        refund.requireNone();
        if (!at.isBefore(validUntil)) {
            throw Refusals.conflict(
                    "order.expired", "Until %s the order could have been refunded (ORD-4).".formatted(validUntil));
        }
        if (kind == OrderKind.ENTERPRISE && issued < quantity) {
            throw Refusals.conflict(
                    "order.codes-not-issued", "The order's codes are still being issued; try again in a moment.");
        }
        apply(new OrderEvent.RefundRequested(orderId, buyer, id.value(), at));
        return new Bought(kind, subject, unitPrice, quantity, paid, refund.rejected());
    }

    /** @throws Refused if there is none */
    public RefundId pendingRefund() {
        return refund.requirePending();
    }

    /** Nothing went back (REF-4). */
    public void dropRefund(RefundId id, boolean rejected, Instant at) {
        apply(new OrderEvent.RefundDropped(orderId, buyer, id.value(), rejected, at));
    }

    /** REF-2. */
    public void refunded(RefundEvent.Settled settled) {
        apply(new OrderEvent.Refunded(
                orderId, buyer, settled.refundId(), settled.places(), quantity, settled.amount(), settled.settledAt()));
    }

    public OrderKind kind() {
        return kind;
    }

    public String subject() {
        return subject;
    }

    public String buyer() {
        return buyer;
    }

    /** @throws IllegalStateException if the order is not paid */
    public Instant validUntil() {
        if (validUntil == null) {
            throw new IllegalStateException("the order is not paid");
        }
        return validUntil;
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Placed event) {
        orderId = event.orderId();
        buyer = event.buyer();
        subject = event.subject();
        kind = event.kind();
        quantity = event.quantity();
        unitPrice = event.unitPrice();
        due = new AmountDue(event.total());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Purchased event) {
        validUntil = event.validUntil();
        OpenPayment taken = payment == null ? new OpenPayment("", event.parts(), Map.of()) : payment;
        paid = taken.paid();
        paidBy = taken.paymentId();
        payment = null;
    }

    @EventSourcingHandler
    void evolve(OrderEvent.PaymentStarted event) {
        payment = new OpenPayment(event.paymentId(), event.parts(), Map.of());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.PaymentCaptured event) {
        payment = openPayment().orElseThrow().with(event.part(), event.reference());
    }

    @EventSourcingHandler
    void evolve(OrderEvent.PaymentFailed event) {
        payment = null;
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
