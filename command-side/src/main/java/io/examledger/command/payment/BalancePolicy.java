package io.examledger.command.payment;

import io.examledger.kernel.money.Money;

/**
 * What a balance begins with. Nobody pays in here, so the embedded default gives every account more than any order costs.
 *
 * @param version stands on the events that the policy decided
 * @param opening in minor units of any currency
 */
public record BalancePolicy(int version, long opening) {
    public static final BalancePolicy CURRENT = new BalancePolicy(1, 1_000_000_000_000_000L);

    Money openingIn(String currency) {
        return new Money(opening, currency);
    }
}
