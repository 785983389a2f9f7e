package io.examledger.platform.model;

import io.examledger.command.Commands.Done;
import io.examledger.command.order.refund.ApproveRefund;
import io.examledger.command.order.refund.RejectRefund;
import io.examledger.command.order.refund.RequestRefund;
import io.examledger.command.order.refund.RequestRefundHandler.RefundRequested;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundId;
import io.examledger.platform.model.Things.Code;
import io.examledger.platform.model.Things.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may want money back, and what staff may say to it. */
final class RefundDraws {
    private final World world;
    private final Names names;

    RefundDraws(World world, Names names) {
        this.world = world;
        this.names = names;
    }

    Optional<Act> request(Draw draw, Instant at) {
        // Those that are held (REF-4).
        int least = draw.percent(30) ? 10 : 1;
        return draw.mostly(
                        world.orders.values(),
                        o -> o.paid != null && o.done == null && o.pending == null && o.quantity >= least)
                .map(order -> {
                    String buyer = draw.percent(96) ? order.buyer : names.run + "-bolt";
                    RequestRefund request = new RequestRefund(
                            new RefundId(names.next("refund")),
                            new OrderId(order.id),
                            new AccountId(buyer),
                            named(order, draw),
                            at);
                    return new Act(buyer, request, RefundRequested.class);
                });
    }

    /** None for all that are unused. */
    private List<RedeemCodeId> named(Order order, Draw draw) {
        List<Code> codes = draw.percent(3) ? List.copyOf(world.codes.values()) : order.codes;
        List<RedeemCodeId> named = new ArrayList<>();
        if (!codes.isEmpty() && draw.percent(60)) {
            codes.stream()
                    .filter(code -> draw.percent(code.isFree() ? 60 : 10))
                    .forEach(code -> named.add(new RedeemCodeId(code.id)));
        }
        return named;
    }

    private Optional<Order> pending(Draw draw) {
        return draw.mostly(world.orders.values(), order -> order.pending != null && order.pending.held);
    }

    Optional<Act> approve(Draw draw, Instant at) {
        return pending(draw)
                .map(order -> new Act("operator", new ApproveRefund(new OrderId(order.id), at), Done.class));
    }

    Optional<Act> reject(Draw draw, Instant at) {
        return pending(draw)
                .map(order ->
                        new Act("operator", new RejectRefund(new OrderId(order.id), "suspicious", at), Done.class));
    }
}
