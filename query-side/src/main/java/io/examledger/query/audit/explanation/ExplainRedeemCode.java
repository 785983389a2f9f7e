package io.examledger.query.audit.explanation;

import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.NotFound;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a redeem code is what it is, and what can be done with it (rule book §6). */
public final class ExplainRedeemCode {
    private final Histories histories;

    public ExplainRedeemCode(Histories histories) {
        this.histories = histories;
    }

    /** @throws NotFound if there is no such code */
    public Explanation of(String id, Instant now) {
        History code = histories.of(id);
        Fact<RedeemCodeEvent.Issued> issued = code.last(RedeemCodeEvent.Issued.class);
        if (issued == null) {
            throw new NotFound("redeem-code");
        }
        CodeState state = CodeState.of(code, now);
        History order = histories.of(issued.event().orderId());
        return new Explanation(
                id,
                now,
                List.of(
                        status(state, issued, order),
                        bindable(state, issued),
                        takenBack(state, issued),
                        refundable(state, issued, order)));
    }

    private static Reason status(CodeState state, Fact<RedeemCodeEvent.Issued> issued, History order) {
        if (state.endedByTime()) {
            return Reason.of(
                    "status",
                    "ORD-4",
                    "EXPIRED: the order's validity ended at %s. Time alone ended it: nobody has noted it on the code yet."
                            .formatted(issued.event().validUntil()),
                    issued,
                    order.last(OrderEndEvent.Expired.class));
        }
        Fact<OrderEndEvent.Expired> end =
                state.status() == RedeemCodeStatus.EXPIRED ? order.last(OrderEndEvent.Expired.class) : null;
        return Reason.of("status", state.rule(), state.status() + ": " + state.why() + ".", state.decidedBy(), end);
    }

    private static Reason bindable(CodeState state, Fact<RedeemCodeEvent.Issued> issued) {
        String topic = "can-be-bound";
        if (state.status() == RedeemCodeStatus.EXPIRED) {
            return ended(topic, state, issued);
        }
        Fact<RedeemCodeEvent.Frozen> frozen = state.frozenBy();
        if (frozen != null) {
            return Reason.of(topic, "REF-2", "No: it is frozen while a refund is under way.", frozen);
        }
        return state.status() == RedeemCodeStatus.UNUSED
                ? Reason.of(
                        topic,
                        "COD-2",
                        "Yes, by an individual with its present code string, before %s."
                                .formatted(issued.event().validUntil()),
                        state.decidedBy(),
                        state.regeneratedBy())
                : Reason.of(
                        topic,
                        "COD-2",
                        "No: only an UNUSED code can be; it is " + state.status() + ".",
                        state.decidedBy());
    }

    private static Reason ended(String topic, CodeState state, Fact<RedeemCodeEvent.Issued> issued) {
        return Reason.of(
                topic,
                "ORD-4",
                "No: the order's validity ended at " + issued.event().validUntil() + ".",
                issued,
                state.endedByTime() ? null : state.decidedBy());
    }

    private static Reason takenBack(CodeState state, Fact<RedeemCodeEvent.Issued> issued) {
        String topic = "can-be-taken-back";
        return switch (state.status()) {
            case EXPIRED -> ended(topic, state, issued);
            case BOUND -> Reason.of(topic, "COD-3", "Yes: it is BOUND and without an appointment.", state.decidedBy());
            case SCHEDULED -> Reason.of(topic, "COD-3", "No: an appointment has been made on it.", state.decidedBy());
            default ->
                Reason.of(
                        topic,
                        "COD-3",
                        "No: only a BOUND code can be; it is " + state.status() + ".",
                        state.decidedBy());
        };
    }

    private static Reason refundable(CodeState state, Fact<RedeemCodeEvent.Issued> issued, History order) {
        String topic = "can-be-refunded";
        Fact<OrderEvent.Refunded> done = order.last(OrderEvent.Refunded.class);
        return switch (state.status()) {
            case EXPIRED -> ended(topic, state, issued);
            case REFUNDED -> Reason.of(topic, "COD-8", "It has been.", state.decidedBy(), done);
            case UNUSED -> unused(topic, state, done);
            case BOUND ->
                Reason.of(topic, "REF-2", "Not as it is: a BOUND code must be unbound first.", state.decidedBy(), done);
            case SCHEDULED, COMPLETED ->
                Reason.of(topic, "REF-2", "No: it has been used and stays valid.", state.decidedBy(), done);
        };
    }

    private static Reason unused(String topic, CodeState state, @Nullable Fact<OrderEvent.Refunded> done) {
        if (done != null) {
            return Reason.of(topic, "REF-2", "No: the order's one refund is done and left it out.", done);
        }
        Fact<RedeemCodeEvent.Frozen> frozen = state.frozenBy();
        return frozen == null
                ? Reason.of(topic, "REF-2", "Yes, with the order's one refund.", state.decidedBy())
                : Reason.of(topic, "REF-2", "It is being refunded.", frozen);
    }
}
