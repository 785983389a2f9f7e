package io.examledger.kernel.account;

/** Identity of an account. */
public record AccountId(String value) {
    public AccountId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("an account id has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
