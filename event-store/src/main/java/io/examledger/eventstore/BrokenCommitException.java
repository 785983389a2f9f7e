package io.examledger.eventstore;

/** A commit was sent, alone or at the end of an append in one round trip, and no answer came back. */
final class BrokenCommitException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean underTheLock;

    /** @param underTheLock whether the transaction has the append lock until it ends, so that who gets the lock sees its end */
    BrokenCommitException(Throwable cause, boolean underTheLock) {
        super("no answer to the commit", cause);
        this.underTheLock = underTheLock;
    }

    boolean underTheLock() {
        return underTheLock;
    }
}
