package io.examledger.kernel.redeemcode;

/** Where a code stands (rule book §6). */
public enum RedeemCodeStatus {
    UNUSED,
    BOUND,
    SCHEDULED,
    COMPLETED,
    REFUNDED,
    EXPIRED;

    /** COD-11a: used means bound, scheduled or completed. */
    public boolean isUsed() {
        return this == BOUND || this == SCHEDULED || this == COMPLETED;
    }
}
