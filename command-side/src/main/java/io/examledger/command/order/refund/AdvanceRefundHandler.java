package io.examledger.command.order.refund;

import io.examledger.command.order.Order;
import io.examledger.command.order.refund.AdvanceRefund.Advanced;
import io.examledger.command.order.refund.AdvanceRefund.Owed;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.payment.Return;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Takes the steps of refunds. What a step changes on codes, balances or the order is stored with the refund's own event,
 * so a step happens once, however often it is asked for.
 */
public class AdvanceRefundHandler {
    private final Repository<Order> orders;
    private final Repository<RedeemCode> redeemCodes;
    private final Repository<Refund> refunds;
    private final PaymentProvider payments;

    /**
     * @param redeemCodes not cached: a code that is left as it is stores nothing, so nothing would conflict if another
     *     node had changed it
     * @param refunds not cached, for the same reason
     */
    public AdvanceRefundHandler(
            Repository<Order> orders,
            Repository<RedeemCode> redeemCodes,
            Repository<Refund> refunds,
            PaymentProvider payments) {
        this.orders = orders;
        this.redeemCodes = redeemCodes;
        this.refunds = refunds;
        this.payments = payments;
    }

    @CommandHandler
    public Advanced handle(AdvanceRefund command) {
        RefundId id = command.refundId();
        Instant at = command.at();
        Aggregate<Refund> refund = refunds.load(id.value());
        switch (refund.invoke(Refund::next)) {
            case RefundStep.Freeze step -> {
                int frozen = change(
                        refund, step.from(), step.to(), code -> code.refund().freeze(id, at));
                refund.execute(r -> r.frozen(step.to(), frozen, at));
            }
            case RefundStep.RefundCodes step -> {
                int refunded = change(
                        refund, step.from(), step.to(), code -> code.refund().complete(id, at));
                refund.execute(r -> r.codesRefunded(step.to(), refunded, at));
            }
            case RefundStep.Release step -> {
                int released = change(
                        refund, step.from(), step.to(), code -> code.end().release(id, at));
                refund.execute(r -> r.released(step.to(), released, at));
            }
            case RefundStep.Calculate step -> refund.execute(r -> r.calculate(at));
            case RefundStep.ReturnPart step -> {
                return giveBack(refund, id, step, at);
            }
            case RefundStep.Settle step -> {
                RefundEvent.Settled settled = refund.invoke(r -> r.settle(at));
                orders.load(settled.orderId()).execute(order -> order.refund().settle(settled));
            }
            case RefundStep.Drop step -> {
                refund.execute(r -> r.drop(at));
                orders.load(refund.invoke(Refund::orderId))
                        .execute(order -> order.refund().drop(id, step.rejected(), at));
            }
            case RefundStep.Rest step -> {}
        }
        return new Advanced(null);
    }

    private int change(Aggregate<Refund> refund, int from, int to, Predicate<RedeemCode> change) {
        List<RedeemCodeId> codes = refund.invoke(r -> r.codes(from, to));
        int changed = 0;
        for (RedeemCodeId code : codes) {
            if (redeemCodes.load(code.value()).invoke(change::test)) {
                changed++;
            }
        }
        return changed;
    }

    private Advanced giveBack(Aggregate<Refund> refund, RefundId id, RefundStep.ReturnPart step, Instant at) {
        PaidPart part = step.back();
        Return back = new Return(
                new OrderId(refund.invoke(Refund::orderId)),
                new AccountId(refund.invoke(Refund::buyer)),
                id,
                new PaymentPart(part.method(), part.amount()),
                part.reference(),
                id + "-" + step.part());
        if (payments.isElsewhere(part.method())) {
            return new Advanced(new Owed(step.part(), back));
        }
        payments.bookReturn(back, at);
        refund.execute(r -> r.partReturned(step.part(), null, at));
        return new Advanced(null);
    }

    /** The money of a part went back. Repeating it changes nothing. */
    @CommandHandler
    public Advanced handle(ConfirmReturn command) {
        refunds.load(command.refundId().value())
                .execute(refund -> refund.partReturned(command.part(), command.reference(), command.at()));
        return new Advanced(null);
    }
}
