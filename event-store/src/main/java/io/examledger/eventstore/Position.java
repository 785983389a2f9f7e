package io.examledger.eventstore;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Positions in the log, which tokens are made of. */
final class Position {
    private Position() {}

    /** The position a token stands at; 0 before the first event. */
    static long of(@Nullable TrackingToken token) {
        OptionalLong position = token == null ? OptionalLong.of(0) : token.position();
        return position.orElseThrow(() -> new IllegalArgumentException("not a position in the log: " + token));
    }
}
