package io.examledger.query;

/** An {@code Idempotency-Key} came back with another request; answered with 422. */
public final class IdempotencyKeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused() {
        super("this Idempotency-Key was used with another request: use a new key for a new request");
    }
}
