package io.examledger.command.order.pay;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import io.examledger.command.order.OpenPayment;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.order.pay.PaymentStepsHandler.UnderWay;
import io.examledger.command.payment.Charge;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.payment.PaymentProvider.Capture;
import io.examledger.command.payment.Return;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundId;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a payment (ORD-2). Where all money is kept here that is one command. Money that is kept elsewhere is taken before
 * it, part by part: the order notes the payment, then each capture, then that it is paid. Whoever comes again, the client
 * or a message of the provider, goes on where the order says; the keys of the captures follow from the payment.
 */
@Component
public class Checkout {
    private static final Logger LOG = LoggerFactory.getLogger(Checkout.class);

    private final Commands commands;
    private final PaymentProvider provider;
    private final Identifiers identifiers;
    private final Clock clock;

    public Checkout(Commands commands, PaymentProvider provider, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.provider = provider;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * @throws Refused if a rule says no, or the payment was declined or needs the payer's approval
     * @throws io.examledger.command.payment.PaymentProviderUnavailable if it is not known what became of a capture
     */
    Outcome<OrderPaid> pay(PayOrder command, CommandContext context) {
        if (command.parts().stream().noneMatch(part -> provider.isElsewhere(part.method()))) {
            return commands.send(command, OrderPaid.class, context);
        }
        Optional<Outcome<OrderPaid>> before = commands.replay(OrderPaid.class, context);
        return before.orElseGet(() -> {
            StartPayment start = new StartPayment(
                    command.orderId(), command.payer(), command.parts(), identifiers.next(), command.at());
            UnderWay started = send(start, UnderWay.class, context);
            return complete(command.orderId(), started, context);
        });
    }

    /** Goes on with a payment that is under way. Does nothing if none is; what is refused stands on the order. */
    public void resume(OrderId order, CommandContext context) {
        try {
            complete(order, send(new ResumePayment(order), UnderWay.class, context), context);
        } catch (Refused refused) {
            LOG.info(
                    "the payment of order {} did not go on: {}",
                    order,
                    refused.refusal().code());
        }
    }

    private Outcome<OrderPaid> complete(OrderId order, UnderWay started, CommandContext context) {
        OpenPayment payment = started.payment();
        for (int part = 1; part <= payment.parts().size(); part++) {
            if (provider.isElsewhere(payment.parts().get(part - 1).method())
                    && !payment.captured().containsKey(part)) {
                capture(order, started, part, context);
            }
        }
        PayOrder pay = new PayOrder(
                order, started.payer(), payment.parts(), identifiers.next(), payment.paymentId(), clock.instant());
        try {
            return commands.send(pay, OrderPaid.class, context);
        } catch (Refused refused) {
            abandon(order, started.payer(), refused.refusal().code(), context);
            throw refused;
        }
    }

    private void capture(OrderId order, UnderWay started, int part, CommandContext context) {
        OpenPayment payment = started.payment();
        PaymentPart money = payment.parts().get(part - 1);
        Capture capture = provider.capture(new Charge(order, started.payer(), money), payment.paymentId() + "-" + part);
        switch (capture) {
            case Capture.Captured taken ->
                send(
                        new RecordCapture(order, payment.paymentId(), part, taken.reference(), clock.instant()),
                        Done.class,
                        context);
            case Capture.Declined declined -> {
                abandon(order, started.payer(), "payment.declined", context);
                throw Refusals.conflict("payment.declined", declined.reason() + " Nothing was paid (ORD-2).");
            }
            case Capture.NeedsApproval approval -> {
                String where = approval.address() == null ? "" : " at " + approval.address();
                throw Refusals.conflict(
                        "payment.approval-required",
                        "The payer has to approve the payment%s; then it goes on by itself.".formatted(where));
            }
        }
    }

    /** Gives back what was taken of the payment, and ends it. */
    private void abandon(OrderId order, AccountId payer, String reason, CommandContext context) {
        OpenPayment payment =
                send(new ResumePayment(order), UnderWay.class, context).payment();
        payment.captured().forEach((part, reference) -> {
            PaymentPart money = payment.parts().get(part - 1);
            String key = payment.paymentId() + "-" + part + "-back";
            provider.giveBack(new Return(order, payer, new RefundId(payment.paymentId()), money, reference, key));
        });
        send(new FailPayment(order, payment.paymentId(), reason, clock.instant()), Done.class, context);
    }

    /** A step of its own: the client's key stands for the whole payment. */
    private <R> R send(Object command, Class<R> answer, CommandContext context) {
        CommandContext step =
                new CommandContext(context.caller(), context.correlationId(), context.causationId(), null);
        return commands.send(command, answer, step).answer();
    }
}
