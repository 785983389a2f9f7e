package io.examledger.command.order.pay;

import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.candidacy.RegistrationGrant;
import io.examledger.command.order.Order;
import io.examledger.command.order.ValidityPolicy;
import io.examledger.command.payment.Charge;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Takes payments: the money that is kept here moves, and an individual order opens its registration, in the same
 * transaction.
 */
public class PayOrderHandler {
    private final Repository<Order> orders;
    private final Candidacies candidacies;
    private final PaymentProvider payments;

    public PayOrderHandler(Repository<Order> orders, Candidacies candidacies, PaymentProvider payments) {
        this.orders = orders;
        this.candidacies = candidacies;
        this.payments = payments;
    }

    @CommandHandler
    public OrderPaid handle(PayOrder command) throws Exception {
        Aggregate<Order> order = orders.load(command.orderId().value());
        if (order.invoke(o -> o.payment().isBy(command.paymentId()))) {
            return new OrderPaid(command.orderId().value(), "PAID", order.invoke(Order::validUntil));
        }
        Instant validUntil = order.invoke(o -> o.payment()
                .take(command.payer(), command.parts(), payments::isElsewhere, command.at(), ValidityPolicy.CURRENT));
        for (PaymentPart part : command.parts()) {
            payments.bookCharge(new Charge(command.orderId(), command.payer(), part), command.at());
        }
        if (order.invoke(Order::kind) == OrderKind.INDIVIDUAL) {
            AccountId examinee = command.payer();
            CandidacyId candidacy = new CandidacyId(examinee, new SubjectCode(order.invoke(Order::subject)));
            candidacies.open(
                    candidacy,
                    new RegistrationGrant(command.registrationId(), examinee, command.orderId(), null, validUntil),
                    command.at());
        }
        return new OrderPaid(command.orderId().value(), "PAID", validUntil);
    }

    /** The answer. */
    public record OrderPaid(String orderId, String status, Instant validUntil) {}
}
