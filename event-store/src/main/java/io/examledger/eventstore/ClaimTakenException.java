package io.examledger.eventstore;

/** Somebody else holds one of the names that an append claimed; nothing of the append was stored. */
public final class ClaimTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimTakenException(Throwable cause) {
        super("a claimed name is taken", cause);
    }
}
