package io.examledger.kernel.order;

/** Where the money of a payment part comes from. */
public enum PaymentMethod {
    BALANCE,
    CARD,
    PAYPAL
}
