package io.examledger.eventstore;

/** The log could not be read or written for now; nothing of the append was stored. */
public final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean nobodysFault;

    /** @param nobodysFault whether any append would have failed */
    public LogUnavailableException(String message, Throwable cause, boolean nobodysFault) {
        super(message, cause);
        this.nobodysFault = nobodysFault;
    }

    /** Whether any append would have failed: there was no connection, or the append lock could not be got. */
    boolean nobodysFault() {
        return nobodysFault;
    }

    /** The same for another thread: exceptions collect what happens on their way and are not shared. */
    LogUnavailableException forAnother() {
        return new LogUnavailableException("the log was not available", this, nobodysFault);
    }
}
