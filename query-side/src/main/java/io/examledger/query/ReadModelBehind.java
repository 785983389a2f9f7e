package io.examledger.query;

import java.time.Duration;

/** The read models did not reach the position of a consistency token in time; answered with 503. */
public final class ReadModelBehind extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public ReadModelBehind(Duration retryAfter) {
        super("the read models have not seen that change yet: ask again in a moment");
        this.retryAfter = retryAfter;
    }

    /** For the {@code Retry-After} header. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
