package io.examledger.kernel.refund;

import io.examledger.kernel.identity.IdentityText;

/** Identity of a refund. */
public record RefundId(String value) {
    public RefundId {
        IdentityText.require("a refund id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
