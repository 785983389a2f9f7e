package io.examledger.kernel.account;

import io.examledger.kernel.identity.IdentityText;

/** Identity of an account. */
public record AccountId(String value) {
    public AccountId {
        IdentityText.require("an account id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
