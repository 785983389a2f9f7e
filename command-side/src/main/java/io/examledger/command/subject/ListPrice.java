package io.examledger.command.subject;

import io.examledger.kernel.money.Money;

/** The bounds of a subject's list price (CAT-2). */
public final class ListPrice {
    /** In minor units. The largest order at this price is far from what a {@code long} holds. */
    public static final long HIGHEST = 100_000_000;

    private ListPrice() {}

    /**
     * The same price.
     *
     * @throws IllegalArgumentException if it is nothing, or more than {@value #HIGHEST} minor units
     */
    public static Money checked(Money price) {
        if (price.amount() < 1 || price.amount() > HIGHEST) {
            throw new IllegalArgumentException("a list price is 1 to " + HIGHEST + " minor units");
        }
        return price;
    }
}
