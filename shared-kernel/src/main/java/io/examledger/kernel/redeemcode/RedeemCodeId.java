package io.examledger.kernel.redeemcode;

import io.examledger.kernel.order.OrderId;

/** Stable identity of a redeem code. It outlives every code string the code has had (COD-4). */
public record RedeemCodeId(String value) {
    public RedeemCodeId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("a redeem code id has 1 to 64 characters");
        }
    }

    /**
     * The id of an order's n-th code. It follows from the order alone, so that issuing a code twice is a conflict
     * (ORD-7).
     *
     * @param number counted from 1
     */
    public static RedeemCodeId of(OrderId order, int number) {
        return new RedeemCodeId("%s-%07d".formatted(order.value(), number));
    }

    @Override
    public String toString() {
        return value;
    }
}
