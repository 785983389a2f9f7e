package io.examledger.command;

import java.time.Duration;

/** Too many tries; nothing was decided. */
public final class Throttled extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    /** @param retryAfter when the next try has a chance */
    public Throttled(Duration retryAfter) {
        super("too many tries", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
