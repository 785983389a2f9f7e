package io.examledger.command.order;

import io.examledger.command.Refusals;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaymentPart;
import java.util.List;

/** What is to be paid, exactly (ORD-2). */
record AmountDue(Money total) {
    void requireCoveredBy(List<PaymentPart> parts) {
        boolean oneCurrency =
                parts.stream().allMatch(part -> part.amount().currency().equals(total.currency()));
        if (!oneCurrency || !addUp(parts)) {
            throw Refusals.conflict(
                    "order.parts-miss-total",
                    "The parts must add up to exactly %d minor units of %s."
                            .formatted(total.amount(), total.currency()));
        }
    }

    /** Takes the parts off the total one by one, because their sum may be more than fits. */
    private boolean addUp(List<PaymentPart> parts) {
        long rest = total.amount();
        for (PaymentPart part : parts) {
            if (part.amount().amount() > rest) {
                return false;
            }
            rest -= part.amount().amount();
        }
        return rest == 0;
    }
}
