package io.examledger.platform.model;

import io.examledger.command.order.refund.ApproveRefund;
import io.examledger.command.order.refund.RejectRefund;
import io.examledger.command.order.refund.RequestRefund;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.Things.Code;
import io.examledger.platform.model.Things.Order;
import io.examledger.platform.model.Things.Refund;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Section 10 of the rule book: refunds. */
final class RefundRules {
    private static final long LARGEST_UNHELD = 999_999_999;
    private final World world;

    RefundRules(World world) {
        this.world = world;
    }

    Verdict request(RequestRefund c) {
        Order order = world.orders.get(c.orderId().value());
        if (order == null) {
            return new Verdict().unless(false, "not-found");
        }
        Verdict verdict = new Verdict()
                .unless(order.buyer.equals(c.buyer().value()), "not-found")
                .unless(order.paid != null, "order.not-paid")
                .unless(order.done == null, "order.already-refunded")
                .unless(order.pending == null, "order.refund-pending")
                .thenUnless(() -> order.isValid(c.at()), "order.expired");
        List<Code> asked = new ArrayList<>();
        if (order.isEnterprise()) {
            verdict.thenUnless(() -> order.codes.size() == order.quantity, "order.codes-not-issued");
            asked.addAll(asked(c, order, verdict));
        } else {
            verdict.unless(c.redeemCodes().isEmpty(), "not-found");
            Registration bought = order.registration;
            verdict.thenUnless(
                    () -> bought != null && bought.state == RegistrationState.OPEN && !world.isUsedUp(bought, c.at()),
                    "candidacy.registration-ended");
            verdict.unless(bought == null || !bought.everScheduled, "candidacy.ever-scheduled");
        }
        return verdict.then(() -> {
            boolean held = order.isEnterprise()
                    && (order.rejectedBefore || Shares.amount(order, asked.size()) > LARGEST_UNHELD);
            Refund refund = new Refund(c.refundId().value(), order, asked, held);
            world.refunds.put(refund.id, refund);
            order.pending = refund;
            order.last = refund;
            if (order.registration != null) {
                order.registration.state = RegistrationState.REFUNDED;
            }
        });
    }

    /** REF-2: those named, or all that are unused when it comes to them. */
    private List<Code> asked(RequestRefund c, Order order, Verdict verdict) {
        if (c.redeemCodes().isEmpty()) {
            verdict.thenUnless(() -> order.codes.stream().anyMatch(Code::isFree), "refund.nothing-unused");
            return order.codes;
        }
        List<Code> named = new ArrayList<>();
        for (RedeemCodeId id : c.redeemCodes()) {
            Code code = world.codes.get(id.value());
            if (code == null || code.order != order) {
                verdict.unless(false, "not-found");
            } else {
                boolean unused = code.status == RedeemCodeStatus.UNUSED || isRefundedBound(code);
                verdict.unless(unused, "redeem-code.not-unused").unless(code.frozenFor == null, "redeem-code.frozen");
                named.add(code);
            }
        }
        return named;
    }

    private boolean isRefundedBound(Code code) {
        return world.figures.refundsBound() && code.status == RedeemCodeStatus.BOUND;
    }

    Verdict approve(ApproveRefund c) {
        Refund refund = pending(c.orderId());
        return refund == null
                ? missing(c.orderId())
                : new Verdict()
                        .unless(refund.held && !refund.rejected, "refund.not-held")
                        .then(() -> refund.approved = true);
    }

    Verdict reject(RejectRefund c) {
        Refund refund = pending(c.orderId());
        return refund == null
                ? missing(c.orderId())
                : new Verdict()
                        .unless(refund.held && !refund.rejected && !refund.approved, "refund.not-held")
                        .then(() -> refund.rejected = true);
    }

    private @Nullable Refund pending(OrderId order) {
        Order of = world.orders.get(order.value());
        return of == null ? null : of.pending;
    }

    private Verdict missing(OrderId order) {
        boolean known = world.orders.containsKey(order.value());
        return new Verdict().unless(false, known ? "order.no-refund-pending" : "not-found");
    }
}
