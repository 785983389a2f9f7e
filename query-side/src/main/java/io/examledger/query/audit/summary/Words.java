package io.examledger.query.audit.summary;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaymentPart;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How amounts, numbers and lists are written for people. */
public final class Words {
    private Words() {}

    /** For example {@code 1000.00 USD}. */
    public static String money(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + money.currency();
    }

    /** For example {@code 1 code}, {@code 3 codes}. */
    public static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** For example {@code 133.33 USD by BALANCE, 266.67 USD by CARD}. */
    public static String parts(List<PaymentPart> parts) {
        return parts.stream()
                .map(part -> money(part.amount()) + " by " + part.method())
                .collect(Collectors.joining(", "));
    }

    /** The alternative if there is none. */
    static String listed(Collection<?> things, String alternative) {
        return things.isEmpty()
                ? alternative
                : things.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static String fee(@Nullable Money fee) {
        return fee == null ? "in time and free of charge" : "late, for a fee of " + money(fee);
    }
}
