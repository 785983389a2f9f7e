package io.examledger.kernel.redeemcode;

/** Where a code stands (rule book §6). */
public enum RedeemCodeStatus {
    UNUSED,
    BOUND,
    SCHEDULED,
    COMPLETED,
    REFUNDED,
    EXPIRED
}
