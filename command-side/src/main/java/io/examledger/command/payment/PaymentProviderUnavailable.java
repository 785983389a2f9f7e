package io.examledger.command.payment;

/** The payment provider did not say what became of a call. The same call with the same key will tell. */
public final class PaymentProviderUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PaymentProviderUnavailable(String message) {
        super(message);
    }

    public PaymentProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
