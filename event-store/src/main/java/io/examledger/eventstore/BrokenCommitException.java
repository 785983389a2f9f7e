package io.examledger.eventstore;

/** A commit was sent and no answer came back. */
final class BrokenCommitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenCommitException(Throwable cause) {
        super("no answer to the commit", cause);
    }
}
