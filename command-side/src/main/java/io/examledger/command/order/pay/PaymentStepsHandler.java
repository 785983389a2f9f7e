package io.examledger.command.order.pay;

import io.examledger.command.Commands.Done;
import io.examledger.command.Refusals;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.order.OpenPayment;
import io.examledger.command.order.Order;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.subject.SubjectCode;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Keeps the progress of payments whose money is kept elsewhere, on the order. */
public class PaymentStepsHandler {
    private final Repository<Order> orders;
    private final Candidacies candidacies;

    public PaymentStepsHandler(Repository<Order> orders, Candidacies candidacies) {
        this.orders = orders;
        this.candidacies = candidacies;
    }

    /** What would refuse the payment in the end refuses it before money is taken. */
    @CommandHandler
    public UnderWay handle(StartPayment command) {
        Aggregate<Order> order = orders.load(command.orderId().value());
        OpenPayment payment = order.invoke(
                o -> o.payment().start(command.payer(), command.parts(), command.paymentId(), command.at()));
        if (order.invoke(Order::kind) == OrderKind.INDIVIDUAL) {
            SubjectCode subject = new SubjectCode(order.invoke(Order::subject));
            candidacies.requireNoOpenRegistration(new CandidacyId(command.payer(), subject), command.at());
        }
        return new UnderWay(command.payer(), payment);
    }

    @CommandHandler
    public UnderWay handle(ResumePayment command) {
        Aggregate<Order> order = orders.load(command.orderId().value());
        OpenPayment payment = order.invoke(o -> o.payment().open())
                .orElseThrow(
                        () -> Refusals.conflict("order.no-payment-pending", "No payment of the order is under way."));
        return new UnderWay(new AccountId(order.invoke(Order::buyer)), payment);
    }

    @CommandHandler
    public Done handle(RecordCapture command) {
        orders.load(command.orderId().value())
                .execute(order -> order.payment()
                        .captured(command.paymentId(), command.part(), command.reference(), command.at()));
        return new Done();
    }

    @CommandHandler
    public Done handle(FailPayment command) {
        orders.load(command.orderId().value())
                .execute(order -> order.payment().fail(command.paymentId(), command.reason(), command.at()));
        return new Done();
    }

    /** The answer: a payment, and whose. */
    public record UnderWay(AccountId payer, OpenPayment payment) {}
}
