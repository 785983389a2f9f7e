package io.examledger.query.replay;

/** Another worker builds in the shadow schema now: whoever learns this leaves everything as it is. */
final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimLost(String schema) {
        super("another worker has taken over " + schema);
    }
}
