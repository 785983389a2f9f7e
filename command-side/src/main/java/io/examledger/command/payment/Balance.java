package io.examledger.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.payment.BalanceEvent;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** What an account has with one payment method, in one currency. It is never overdrawn. */
public class Balance {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private String account = "";
    private PaymentMethod method = PaymentMethod.BALANCE;
    private Money amount = Money.zero("USD");

    /** For Axon, before the first event. */
    protected Balance() {}

    /** Used for the first time. */
    static Balance open(String id, Charge charge, BalancePolicy policy, Instant at) {
        Balance balance = new Balance();
        apply(new BalanceEvent.Opened(
                id,
                charge.payer().value(),
                charge.part().method(),
                policy.openingIn(charge.part().amount().currency()),
                policy.version(),
                at));
        return balance;
    }

    /** ORD-2. */
    void debit(Charge charge, Instant at) {
        Money asked = charge.part().amount();
        if (asked.amount() > amount.amount()) {
            throw Refusals.conflict(
                    "balance.insufficient",
                    "The %s balance is %d minor units of %s; %d cannot be paid from it."
                            .formatted(method, amount.amount(), amount.currency(), asked.amount()));
        }
        apply(new BalanceEvent.Debited(id, account, method, charge.orderId().value(), asked, at));
    }

    /** REF-3. */
    void credit(Return back, Instant at) {
        apply(new BalanceEvent.Credited(
                id,
                account,
                method,
                back.orderId().value(),
                back.refundId().value(),
                back.part().amount(),
                at));
    }

    @EventSourcingHandler
    void evolve(BalanceEvent.Opened event) {
        id = event.balanceId();
        account = event.account();
        method = event.method();
        amount = event.amount();
    }

    @EventSourcingHandler
    void evolve(BalanceEvent.Debited event) {
        amount = amount.minus(event.amount());
    }

    @EventSourcingHandler
    void evolve(BalanceEvent.Credited event) {
        amount = amount.plus(event.amount());
    }
}
