package io.examledger.query.audit.explanation;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.voucher.VoucherEvent;
import io.examledger.query.NotFound;
import io.examledger.query.audit.Mention;
import io.examledger.query.audit.Mention.Kind;
import io.examledger.query.audit.summary.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why an order is pending, paid, refunded or expired, why it costs what it costs, and what becomes of its money. */
public final class ExplainOrder {
    /** The voucher is used in the transaction that places the order; an individual order has few events at all. */
    private static final int FIRST = 200;

    private final Histories histories;

    public ExplainOrder(Histories histories) {
        this.histories = histories;
    }

    /** @throws NotFound if there is no such order */
    public Explanation of(String id, Instant now) {
        History order = histories.of(id);
        Fact<OrderEvent.Placed> placed = order.last(OrderEvent.Placed.class);
        if (placed == null) {
            throw new NotFound("order");
        }
        History around = histories.mentioning(new Mention(Kind.ORDER, id), FIRST);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(status(order, placed, now));
        reasons.add(price(placed, around.last(VoucherEvent.Used.class)));
        List<Fact<OrderEvent.RefundRequested>> refunds = order.all(OrderEvent.RefundRequested.class);
        for (Fact<OrderEvent.RefundRequested> refund : refunds) {
            reasons.addAll(ExplainRefund.of(histories.of(refund.event().refundId())));
        }
        reasons.add(OrderEligibility.refund(order, around, placed, now));
        return new Explanation(id, now, reasons);
    }

    private static Reason status(History order, Fact<OrderEvent.Placed> placed, Instant now) {
        Fact<OrderEvent.Purchased> paid = order.last(OrderEvent.Purchased.class);
        if (paid == null) {
            return pending(placed, order.last(OrderEvent.PaymentFailed.class));
        }
        Fact<OrderEvent.Refunded> refunded = order.last(OrderEvent.Refunded.class);
        if (refunded != null && refunded.event().places() == refunded.event().quantity()) {
            return Reason.of("status", "REF-2", "REFUNDED: all of it was refunded.", refunded);
        }
        Instant end = paid.event().validUntil();
        if (!now.isBefore(end)) {
            Fact<OrderEndEvent.Expired> expired = order.last(OrderEndEvent.Expired.class);
            String noted = expired == null ? " Time alone ended it: nobody has noted it yet." : "";
            return Reason.of(
                    "status",
                    "ORD-4",
                    "EXPIRED: it was paid at %s and valid until %s. Since then nothing can be scheduled, bound, regenerated,"
                                    .formatted(paid.event().paidAt(), end)
                            + " unbound or refunded on it." + noted,
                    paid,
                    expired);
        }
        if (refunded != null) {
            return Reason.of(
                    "status",
                    "REF-2",
                    "PARTIALLY_REFUNDED: %d of %d were refunded; what was used stays valid until %s."
                            .formatted(
                                    refunded.event().places(), refunded.event().quantity(), end),
                    paid,
                    refunded);
        }
        return Reason.of(
                "status",
                "ORD-3",
                "PAID: it was paid at %s and is valid for a year, until %s."
                        .formatted(paid.event().paidAt(), end),
                paid);
    }

    private static Reason pending(Fact<OrderEvent.Placed> placed, @Nullable Fact<OrderEvent.PaymentFailed> failed) {
        String why = failed == null
                ? "nobody has paid it yet"
                : "the last payment failed (%s)".formatted(failed.event().reason());
        return Reason.of("status", "ORD-2", "PENDING: " + why + ".", placed, failed);
    }

    private static Reason price(Fact<OrderEvent.Placed> placed, @Nullable Fact<VoucherEvent.Used> voucher) {
        OrderEvent.Placed order = placed.event();
        Money list = order.unitPrice().times(order.quantity());
        Money less = list.minus(order.total());
        String price =
                "%d × %s, the price at which it was placed".formatted(order.quantity(), Words.money(order.unitPrice()));
        return (less.amount() == 0
                        ? Reason.of("price", "CAT-3", price + ".", placed)
                        : Reason.of(
                                "price",
                                "VOU-4",
                                price + ", less " + Words.money(less) + " by a voucher, which is not given back.",
                                placed,
                                voucher))
                .with(Map.of("listPrice", list, "voucher", less, "total", order.total()));
    }

    static Money sum(Money zero, List<PaymentPart> parts) {
        return parts.stream().map(PaymentPart::amount).reduce(Money.zero(zero.currency()), Money::plus);
    }

    static boolean isIndividual(Fact<OrderEvent.Placed> placed) {
        return placed.event().kind() == OrderKind.INDIVIDUAL;
    }
}
