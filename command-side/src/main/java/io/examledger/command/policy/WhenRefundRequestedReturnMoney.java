package io.examledger.command.policy;

import io.examledger.command.PolicyCommands;
import io.examledger.command.order.refund.AdvanceRefund;
import io.examledger.command.order.refund.AdvanceRefund.Advanced;
import io.examledger.command.order.refund.AdvanceRefund.Owed;
import io.examledger.command.order.refund.ConfirmReturn;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * A refund is carried out step by step: freeze the codes, refund what is frozen, calculate, give each part of the payment
 * back (REF-2 to REF-5). Each step's event leads to the next one; which that is the refund itself knows. So a crash
 * anywhere goes on where it stopped, and an event that comes again finds its step taken. Money that is kept elsewhere is
 * given back under a key of the refund and the part, as often as it takes, before the refund is told.
 */
public class WhenRefundRequestedReturnMoney implements Policy {
    private final PolicyCommands commands;
    private final PaymentProvider payments;
    private final Clock clock;

    public WhenRefundRequestedReturnMoney(PolicyCommands commands, PaymentProvider payments, Clock clock) {
        this.commands = commands;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof RefundEvent event ? Optional.of(event.refundId()) : Optional.empty();
    }

    @EventHandler
    void on(RefundEvent event, EventMessage<?> cause) {
        RefundId refund = new RefundId(event.refundId());
        Owed owed = commands.send(new AdvanceRefund(refund, clock.instant()), Advanced.class, cause)
                .owed();
        if (owed != null) {
            String reference = payments.giveBack(owed.back());
            commands.send(new ConfirmReturn(refund, owed.part(), reference, clock.instant()), Advanced.class, cause);
        }
    }
}
