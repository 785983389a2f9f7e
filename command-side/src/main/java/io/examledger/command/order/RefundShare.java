package io.examledger.command.order;

import io.examledger.kernel.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What goes back of an order's payment (REF-3).
 *
 * @param amount that goes back: the refunded places' share of what was paid, rounded half-up to the minor unit
 * @param voucherLost what a voucher had taken off the price of those places
 * @param parts of the amount, one for each part of the payment, in their order
 */
public record RefundShare(Money amount, Money voucherLost, List<Money> parts) {
    public RefundShare {
        parts = List.copyOf(parts);
    }

    /**
     * Divides by largest remainder: each part gets its proportion rounded down, and the minor units that are left over go
     * to the parts that were rounded down the most, earlier parts first. No part gets back more than was taken.
     *
     * @param unitPrice list price of one place
     * @param paid the parts of the payment; all in the currency of the price
     * @param refunded number of places that are refunded
     * @param quantity number of places that were bought
     */
    public static RefundShare of(Money unitPrice, List<Money> paid, int refunded, int quantity) {
        if (refunded < 0 || refunded > quantity) {
            throw new IllegalArgumentException("of %d places %d cannot be refunded".formatted(quantity, refunded));
        }
        String currency = unitPrice.currency();
        Money total = paid.stream().reduce(Money.zero(currency), Money::plus);
        long amount = halfUp(total.amount(), refunded, quantity);
        Money back = new Money(amount, currency);
        return new RefundShare(back, unitPrice.times(refunded).minus(back), divide(amount, paid, total));
    }

    private static long halfUp(long total, long numerator, long denominator) {
        return product(total, numerator)
                .add(product(total, numerator))
                .add(BigInteger.valueOf(denominator))
                .divide(BigInteger.valueOf(Math.multiplyExact(2, denominator)))
                .longValueExact();
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static List<Money> divide(long amount, List<Money> paid, Money total) {
        if (total.amount() == 0) {
            return paid;
        }
        List<Long> shares = new ArrayList<>();
        List<Long> remainders = new ArrayList<>();
        for (Money part : paid) {
            BigInteger[] division =
                    product(amount, part.amount()).divideAndRemainder(BigInteger.valueOf(total.amount()));
            shares.add(division[0].longValueExact());
            remainders.add(division[1].longValueExact());
        }
        long left = amount - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, paid.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(part -> shares.set(part, shares.get(part) + 1));
        return shares.stream().map(share -> new Money(share, total.currency())).toList();
    }
}
