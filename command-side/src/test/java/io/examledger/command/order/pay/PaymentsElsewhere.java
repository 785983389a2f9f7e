package io.examledger.command.order.pay;

import io.examledger.command.payment.Charge;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.payment.PaymentProviderUnavailable;
import io.examledger.command.payment.Return;
import io.examledger.kernel.order.PaymentMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A provider for all but balances that takes money once for each key, as it is told. */
final class PaymentsElsewhere implements PaymentProvider {
    private final PaymentProvider balances;
    /** Amounts by the key of the capture, as the provider's books have them. */
    final Map<String, Long> taken = new LinkedHashMap<>();

    final List<String> givenBack = new ArrayList<>();
    Capture next = new Capture.Captured("");
    boolean answerIsLost;

    PaymentsElsewhere(PaymentProvider balances) {
        this.balances = balances;
    }

    @Override
    public boolean isElsewhere(PaymentMethod method) {
        return method != PaymentMethod.BALANCE;
    }

    @Override
    public Capture capture(Charge charge, String key) {
        if (!(next instanceof Capture.Captured)) {
            return next;
        }
        taken.put(key, charge.part().amount().amount());
        if (answerIsLost) {
            answerIsLost = false;
            throw new PaymentProviderUnavailable("time-out after success");
        }
        return new Capture.Captured("capture of " + key);
    }

    @Override
    public String giveBack(Return back) {
        givenBack.add(Objects.requireNonNull(back.captured()));
        return "refund of " + back.key();
    }

    @Override
    public void bookCharge(Charge charge, Instant at) {
        if (!isElsewhere(charge.part().method())) {
            balances.bookCharge(charge, at);
        }
    }

    @Override
    public void bookReturn(Return back, Instant at) {
        balances.bookReturn(back, at);
    }
}
