package io.examledger.command.order.refund;

import io.examledger.command.Commands.Done;
import io.examledger.command.order.Order;
import io.examledger.kernel.order.OrderId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** What staff say to held refunds (REF-4). */
public class DecideRefundHandler {
    private final Repository<Order> orders;
    private final Repository<Refund> refunds;

    public DecideRefundHandler(Repository<Order> orders, Repository<Refund> refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    @CommandHandler
    public Done handle(ApproveRefund command) {
        pendingOf(command.orderId()).execute(refund -> refund.approve(command.at()));
        return new Done();
    }

    @CommandHandler
    public Done handle(RejectRefund command) {
        pendingOf(command.orderId()).execute(refund -> refund.reject(command.reason(), command.at()));
        return new Done();
    }

    private Aggregate<Refund> pendingOf(OrderId order) {
        return refunds.load(
                orders.load(order.value()).invoke(o -> o.refund().pending()).value());
    }
}
