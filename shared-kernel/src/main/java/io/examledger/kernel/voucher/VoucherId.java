package io.examledger.kernel.voucher;

import io.examledger.kernel.identity.IdentityText;

/** Identity of a voucher. What its holder types is a code string, which is a secret; this is not. */
public record VoucherId(String value) {
    public VoucherId {
        IdentityText.require("a voucher id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
