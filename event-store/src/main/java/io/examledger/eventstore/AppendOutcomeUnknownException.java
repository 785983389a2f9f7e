package io.examledger.eventstore;

/** The connection broke at the commit and the log could not be asked since. The events are stored whole or not at all. */
public final class AppendOutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AppendOutcomeUnknownException(Throwable cause) {
        super("the outcome of the append is not known", cause);
    }
}
