package io.examledger.command.voucher;

import io.examledger.kernel.money.Money;

/**
 * What a voucher takes off (VOU-1).
 *
 * @param percent from 1 to 100
 */
public record PercentOff(int percent) {
    private static final int ALL = 100;

    public PercentOff {
        if (percent < 1 || percent > ALL) {
            throw new IllegalArgumentException("a voucher takes 1 to 100 percent off");
        }
    }

    /** What is left to pay of a line: quantity times price, rounded once and half-up to the minor unit (VOU-4). */
    public Money applyTo(Money line) {
        long hundredfold = Math.multiplyExact(line.amount(), (long) (ALL - percent));
        return new Money(Math.addExact(hundredfold, ALL / 2) / ALL, line.currency());
    }
}
