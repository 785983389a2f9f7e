package io.examledger.kernel.order;

/** What an order buys. */
public enum OrderKind {
    /** One eligibility for the buyer. */
    INDIVIDUAL,
    /** A number of redeem codes for one subject (ORD-7). */
    ENTERPRISE
}
