package io.examledger.query.bills;

/** Where an order's refund stands, as the bill says. */
public enum RefundStatus {
    /** Its codes or its money are being seen to. */
    PENDING,
    /** It waits for the approval of the body's staff (REF-4). */
    HELD,
    REJECTED,
    /** By its turn no code was left unused. */
    NOTHING_REFUNDED,
    /** Everything went back. */
    SETTLED
}
