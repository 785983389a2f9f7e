package io.examledger.platform.model;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.platform.model.Things.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** REF-3: what goes back of an order's payment for some of its places. */
final class Shares {
    private Shares() {}

    /** In minor units; half-up. */
    static long amount(Order order, int places) {
        return paid(order)
                .multiply(BigDecimal.valueOf(places))
                .divide(BigDecimal.valueOf(order.quantity), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal paid(Order order) {
        return BigDecimal.valueOf(
                order.parts().stream().mapToLong(part -> part.amount().amount()).sum());
    }

    /**
     * By payment method as it was paid; what is left of a unit goes to the part that has lost most of one, among equals to the
     * first.
     */
    static List<Money> parts(Order order, int places) {
        BigDecimal paid = paid(order);
        long left = amount(order, places);
        if (paid.signum() == 0) {
            return order.parts().stream().map(PaymentPart::amount).toList();
        }
        BigDecimal back = BigDecimal.valueOf(left);
        List<Long> shares = new ArrayList<>();
        List<BigDecimal> lost = new ArrayList<>();
        for (PaymentPart part : order.parts()) {
            BigDecimal[] division =
                    back.multiply(BigDecimal.valueOf(part.amount().amount())).divideAndRemainder(paid);
            long whole = division[0].longValueExact();
            shares.add(whole);
            lost.add(division[1]);
            left -= whole;
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int i = 1; i < lost.size(); i++) {
                most = lost.get(i).compareTo(lost.get(most)) > 0 ? i : most;
            }
            shares.set(most, shares.get(most) + 1);
            lost.set(most, BigDecimal.ONE.negate());
        }
        String currency = order.total.currency();
        return shares.stream().map(share -> new Money(share, currency)).toList();
    }
}
