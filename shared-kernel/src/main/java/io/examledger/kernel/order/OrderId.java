package io.examledger.kernel.order;

import io.examledger.kernel.identity.IdentityText;

/** Identity of an order. */
public record OrderId(String value) {
    public OrderId {
        IdentityText.require("an order id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
