package io.examledger.command.order.expire;

import io.examledger.command.Commands.Done;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.order.Order;
import io.examledger.command.order.refund.Refund;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.refund.RefundId;
import io.examledger.kernel.subject.SubjectCode;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Ends orders. The registration of an individual order ends in the same transaction; an enterprise order's codes follow. */
public class ExpireOrderHandler {
    private final Repository<Order> orders;
    private final Repository<Refund> refunds;
    private final Candidacies candidacies;

    public ExpireOrderHandler(Repository<Order> orders, Repository<Refund> refunds, Candidacies candidacies) {
        this.orders = orders;
        this.refunds = refunds;
        this.candidacies = candidacies;
    }

    /** @throws IllegalStateException while a refund that was asked for in time has not frozen its codes: they are not to end */
    @CommandHandler
    public Done handle(ExpireOrder command) {
        Aggregate<Order> order = orders.load(command.orderId().value());
        boolean ended = order.invoke(o -> o.end().expire(command.at()));
        if (ended) {
            order.invoke(o -> o.refund().underWay()).ifPresent(this::requireFrozen);
        }
        if (ended && order.invoke(Order::kind) == OrderKind.INDIVIDUAL) {
            CandidacyId candidacy =
                    order.invoke(o -> new CandidacyId(new AccountId(o.buyer()), new SubjectCode(o.subject())));
            candidacies.expireOf(candidacy, command.orderId(), command.at());
        }
        return new Done();
    }

    private void requireFrozen(RefundId refund) {
        if (refunds.load(refund.value()).invoke(Refund::isFreezing)) {
            throw new IllegalStateException(refund + " is still freezing the order's codes");
        }
    }
}
