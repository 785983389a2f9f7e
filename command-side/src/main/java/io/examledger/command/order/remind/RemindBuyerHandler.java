package io.examledger.command.order.remind;

import io.examledger.command.Commands.Done;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.order.Order;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.subject.SubjectCode;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Decides on reminders. What is left to lose is an enterprise's unused codes, or an individual's open registration. */
public class RemindBuyerHandler {
    private final Repository<Order> orders;
    private final Candidacies candidacies;
    private final ReminderPolicy policy;

    public RemindBuyerHandler(Repository<Order> orders, Candidacies candidacies, ReminderPolicy policy) {
        this.orders = orders;
        this.candidacies = candidacies;
        this.policy = policy;
    }

    @CommandHandler
    public Done handle(RemindBuyer command) {
        Aggregate<Order> order = orders.load(command.orderId().value());
        boolean toLose = order.invoke(Order::kind) == OrderKind.ENTERPRISE
                ? command.unusedCodes() > 0
                : candidacies.holdsUnscheduled(
                        order.invoke(o -> new CandidacyId(new AccountId(o.buyer()), new SubjectCode(o.subject()))),
                        command.orderId());
        order.execute(o -> o.end().remind(command.threshold(), toLose, policy, command.at()));
        return new Done();
    }
}
