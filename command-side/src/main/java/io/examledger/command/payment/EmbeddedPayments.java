package io.examledger.command.payment;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * The embedded payment provider: all money is kept here, in balances whose events commit with what the money is for. A
 * payment is taken, or a refund given back, at once or not at all.
 */
public class EmbeddedPayments implements PaymentProvider {
    private final Repository<Balance> balances;
    private final BalancePolicy policy;

    public EmbeddedPayments(Repository<Balance> balances, BalancePolicy policy) {
        this.balances = balances;
        this.policy = policy;
    }

    @Override
    public boolean isElsewhere(PaymentMethod method) {
        return false;
    }

    @Override
    public Capture capture(Charge charge, String key) {
        throw new IllegalStateException("money that is kept here is not captured elsewhere");
    }

    @Override
    public String giveBack(Return back) {
        throw new IllegalStateException("money that is kept here is not given back elsewhere");
    }

    @Override
    public void bookCharge(Charge charge, Instant at) {
        balance(charge, at).execute(balance -> balance.debit(charge, at));
    }

    @Override
    public void bookReturn(Return back, Instant at) {
        balances.load(idOf(back.payer(), back.part())).execute(balance -> balance.credit(back, at));
    }

    private Aggregate<Balance> balance(Charge charge, Instant at) {
        String id = idOf(charge.payer(), charge.part());
        try {
            return balances.load(id);
        } catch (AggregateNotFoundException e) {
            return open(id, charge, at);
        }
    }

    private Aggregate<Balance> open(String id, Charge charge, Instant at) {
        try {
            return balances.newInstance(() -> Balance.open(id, charge, policy, at));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String idOf(AccountId account, PaymentPart part) {
        return account + ":" + part.method() + ":" + part.amount().currency();
    }
}
