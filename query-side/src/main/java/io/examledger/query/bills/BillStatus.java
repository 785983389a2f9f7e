package io.examledger.query.bills;

/** Where an order stands, as its bill says. */
public enum BillStatus {
    PENDING,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    EXPIRED
}
