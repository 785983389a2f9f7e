package io.examledger.kernel.redeemcode;

import io.examledger.kernel.identity.IdentityText;
import io.examledger.kernel.order.OrderId;
import java.util.Locale;

/** Stable identity of a redeem code. It outlives every code string the code has had (COD-4). */
public record RedeemCodeId(String value) {
    /** More codes than this an order cannot have. */
    public static final int LARGEST_NUMBER = 9_999_999;

    public RedeemCodeId {
        IdentityText.require("a redeem code id", value);
    }

    /**
     * The id of an order's n-th code. It follows from the order alone, so that issuing a code twice is a conflict
     * (ORD-7), and it sorts as text in the order of the numbers.
     *
     * @param number from 1 to {@value #LARGEST_NUMBER}
     * @throws IllegalArgumentException if the number is outside that, or the order's id leaves no room for it
     */
    public static RedeemCodeId of(OrderId order, int number) {
        if (number < 1 || number > LARGEST_NUMBER) {
            throw new IllegalArgumentException("the codes of an order are numbered from 1 to " + LARGEST_NUMBER);
        }
        // The default locale may write other digits, and the id must be the same on every machine.
        return new RedeemCodeId(String.format(Locale.ROOT, "%s-%07d", order.value(), number));
    }

    @Override
    public String toString() {
        return value;
    }
}
