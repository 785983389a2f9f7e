package io.examledger.kernel.order;

import io.examledger.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of a payment that was taken.
 *
 * @param reference by which the payment provider knows the money; null if the money never left this system
 */
public record PaidPart(
        PaymentMethod method, Money amount, @Nullable String reference) {}
