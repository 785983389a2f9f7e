package io.examledger.query.exports;

/** A caller has as many unfinished exports as one may have. */
public final class TooManyExports extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyExports(int most) {
        super("there are " + most + " exports of yours that are not finished: wait for one of them");
    }
}
