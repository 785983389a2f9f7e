package io.examledger.query.replay;

/** As many replays wait as may, of whoever. */
public final class TooManyReplays extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyReplays(int most) {
        super("There are " + most + " replays that are not finished: wait for one of them.");
    }
}
