package io.examledger.eventstore;

/** The idempotency key has been used; nothing of the append was stored. */
public final class ReceiptExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReceiptExistsException(Throwable cause) {
        super("the idempotency key has been used", cause);
    }
}
