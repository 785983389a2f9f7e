package io.examledger.kernel.money;

import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount in minor units of the currency (cents); never negative
 * @param currency ISO 4217 code of a currency that has minor units, which gold or the testing code have not
 */
public record Money(long amount, String currency) {
    public Money {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount must not be negative");
        }
        if (!hasMinorUnits(currency)) {
            throw new IllegalArgumentException("a currency is an ISO 4217 code such as USD");
        }
    }

    private static boolean hasMinorUnits(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum does not fit
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    /**
     * What is left.
     *
     * @throws IllegalArgumentException if the currencies differ, or nothing would be left and more be missing
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount - other.amount, currency);
    }

    /**
     * The price of several.
     *
     * @throws IllegalArgumentException if the factor is negative
     * @throws ArithmeticException if the product does not fit
     */
    public Money times(long factor) {
        if (factor < 0) {
            throw new IllegalArgumentException("a factor must not be negative");
        }
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts in " + currency + " and " + other.currency + " do not add up");
        }
    }
}
