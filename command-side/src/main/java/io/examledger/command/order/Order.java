package io.examledger.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.order.place.PlaceOrder;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
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
    private @Nullable Instant validUntil;
    private int issued;

    @AggregateMember
    private final OrderPayment payment = new OrderPayment();

    @AggregateMember
    private final OrderRefund refund = new OrderRefund();

    @AggregateMember
    private final OrderEnd end = new OrderEnd();

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

    public OrderPayment payment() {
        return payment;
    }

    public OrderRefund refund() {
        return refund;
    }

    public OrderEnd end() {
        return end;
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
    }

    @EventSourcingHandler
    void evolve(OrderEvent.Purchased event) {
        validUntil = event.validUntil();
    }

    @EventSourcingHandler
    void evolve(OrderEvent.RedeemCodesIssued event) {
        issued = event.to();
    }
}
