package io.examledger.eventstore;

/** The log could not be read or written; nothing of the append was stored. */
public final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean nobodysFault;

    LogUnavailableException(String message, Throwable cause, boolean nobodysFault) {
        super(message, cause);
        this.nobodysFault = nobodysFault;
    }

    /** Whether any append would have failed: there was no connection, or the append lock could not be got. */
    boolean nobodysFault() {
        return nobodysFault;
    }
}
