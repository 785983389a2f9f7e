package io.examledger.query.replay;

/** The node stops; another begins the replay anew. */
final class ReplayStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
