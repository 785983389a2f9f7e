package io.examledger.command.order.refund;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.order.OrderRefund.Bought;
import io.examledger.command.order.RefundShare;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A refund under way. Its stream is the progress of the policy that carries it out: {@link #next} follows from what
 * happened, and whatever is stored with the codes or the money is stored once.
 */
public class Refund {
    /** Codes changed by one transaction. */
    static final int CHUNK = 500;

    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private @Nullable RefundProgress progress;

    /** For Axon, before the first event. */
    protected Refund() {}

    /** REF-1, REF-2. */
    static Refund request(
            RequestRefund command, Bought bought, int codes, @Nullable String heldFor, int policyVersion) {
        Refund refund = new Refund();
        apply(new RefundEvent.Requested(
                command.refundId().value(),
                command.orderId().value(),
                command.buyer().value(),
                bought.kind(),
                bought.subject(),
                bought.unitPrice(),
                bought.quantity(),
                bought.paid(),
                codes,
                command.redeemCodes().stream().map(RedeemCodeId::value).toList(),
                heldFor,
                policyVersion,
                command.at()));
        return refund;
    }

    private RefundProgress progress() {
        if (progress == null) {
            throw new IllegalStateException("a refund begins with a request");
        }
        return progress;
    }

    private RefundEvent.Requested request() {
        return progress().asked();
    }

    String orderId() {
        return request().orderId();
    }

    String buyer() {
        return request().buyer();
    }

    /** Whether codes that were asked for are still to be frozen. */
    public boolean isFreezing() {
        return next() instanceof RefundStep.Freeze;
    }

    /** What is to be done next. */
    RefundStep next() {
        return progress().next();
    }

    /** The codes with those numbers among the ones asked for. */
    List<RedeemCodeId> codes(int from, int to) {
        List<String> named = request().redeemCodeIds();
        OrderId order = new OrderId(orderId());
        return IntStream.rangeClosed(from, to)
                .mapToObj(number ->
                        named.isEmpty() ? RedeemCodeId.of(order, number) : new RedeemCodeId(named.get(number - 1)))
                .toList();
    }

    /** REF-4. Repeating it changes nothing. */
    void approve(Instant at) {
        if (!progress().approved()) {
            progress().requireHeld();
            apply(new RefundEvent.Approved(id, orderId(), buyer(), at));
        }
    }

    /** REF-4. */
    void reject(String reason, Instant at) {
        progress().requireHeld();
        apply(new RefundEvent.Rejected(id, orderId(), buyer(), reason, at));
    }

    void frozen(int through, int frozen, Instant at) {
        apply(new RefundEvent.CodesFrozen(id, orderId(), buyer(), through, frozen, at));
    }

    void codesRefunded(int through, int refunded, Instant at) {
        apply(new RefundEvent.CodesRefunded(id, orderId(), buyer(), through, refunded, at));
    }

    void released(int through, int released, Instant at) {
        apply(new RefundEvent.CodesReleased(id, orderId(), buyer(), through, released, at));
    }

    /** From what was truly refunded (REF-3, REF-5). */
    void calculate(Instant at) {
        RefundEvent.Requested asked = request();
        int places = progress().places();
        List<PaidPart> paid = asked.paid();
        RefundShare share = RefundShare.of(
                asked.unitPrice(), paid.stream().map(PaidPart::amount).toList(), places, asked.quantity());
        List<PaymentPart> back = IntStream.range(0, paid.size())
                .mapToObj(
                        i -> new PaymentPart(paid.get(i).method(), share.parts().get(i)))
                .toList();
        apply(new RefundEvent.Calculated(
                id, orderId(), buyer(), places, share.amount(), share.voucherLost(), back, at));
    }

    /** Repeating it changes nothing. */
    void partReturned(int part, @Nullable String reference, Instant at) {
        if (part > progress().returned()) {
            PaymentPart back = progress().part(part);
            apply(new RefundEvent.PartReturned(
                    id, orderId(), buyer(), part, back.method(), back.amount(), reference, at));
        }
    }

    /** REF-2. */
    RefundEvent.Settled settle(Instant at) {
        RefundEvent.Settled settled = new RefundEvent.Settled(
                id, orderId(), buyer(), progress().places(), progress().amount(), at);
        apply(settled);
        return settled;
    }

    void drop(Instant at) {
        apply(new RefundEvent.Dropped(id, orderId(), buyer(), at));
    }

    @EventSourcingHandler
    void evolve(RefundEvent event) {
        id = event.refundId();
        if (event instanceof RefundEvent.Requested asked) {
            progress = new RefundProgress(asked);
        }
        progress().evolve(event);
    }
}
