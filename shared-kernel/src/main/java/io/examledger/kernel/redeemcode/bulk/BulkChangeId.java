package io.examledger.kernel.redeemcode.bulk;

import io.examledger.kernel.identity.IdentityText;

/** Identity of a bulk change: the job that its owner follows. */
public record BulkChangeId(String value) {
    public BulkChangeId {
        IdentityText.require("a bulk change id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
