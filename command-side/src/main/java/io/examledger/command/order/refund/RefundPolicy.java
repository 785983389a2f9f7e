package io.examledger.command.order.refund;

import io.examledger.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are suspicious and wait for approval (REF-4): those over a large amount, and those that follow one which
 * was rejected.
 *
 * @param version stands on the events that the policy decided
 * @param largestUnheld in minor units of any currency; what is more is held
 */
public record RefundPolicy(int version, long largestUnheld) {
    public static final RefundPolicy CURRENT = new RefundPolicy(1, 999_999_999);

    /**
     * @param atMost what would go back if every code that is asked for is refunded
     * @param rejectedBefore whether an earlier request for the order was rejected
     * @return why it is held; null if it is not
     */
    @Nullable
    String reasonToHold(Money atMost, boolean rejectedBefore) {
        if (rejectedBefore) {
            return "rejected-before";
        }
        return atMost.amount() > largestUnheld ? "large-amount" : null;
    }
}
