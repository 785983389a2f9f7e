package io.examledger.query.audit.figures;

import io.examledger.query.Moment;
import io.examledger.query.asof.RecordedPositions;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.projection.Positions;
import io.examledger.query.projection.RecordedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of which moment a figure is answered. Always of a past one, which every read model and the index of the history have seen
 * whole: only then do units add up to the figure, and have all their events been found. The present is the moment at which
 * the last event was recorded.
 */
public final class FigureMoments {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Nothing is recorded later. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final LoggedEvents events;
    private final RecordedPositions log;
    private final Positions readModels;
    private final Positions trail;
    private final Clock clock;

    /** @param trail of the index of the history alone, which others do not wait for */
    public FigureMoments(
            LoggedEvents events, RecordedPositions log, Positions readModels, Positions trail, Clock clock) {
        this.events = events;
        this.log = log;
        this.readModels = readModels;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param instant null for the present
     * @throws io.examledger.query.ReadModelBehind if the read models take too long
     */
    Moment of(@Nullable Instant instant) {
        long position = log.at(instant == null ? END_OF_TIME : instant);
        readModels.await(position, PATIENCE);
        trail.await(position, PATIENCE);
        return Moment.past(instant == null ? recordedAt(position) : instant, position);
    }

    /**
     * The moment of the pages before. Another node's clock may be ahead, and then what it recorded is.
     *
     * @throws io.examledger.query.BadQuery if it is still to come: no such cursor was given out
     * @throws io.examledger.query.ReadModelBehind if the read models take too long
     */
    Moment of(FigureCursor cursor) {
        if (cursor.moment().isAfter(clock.instant())) {
            cursor.requireMomentUpTo(recordedAt(log.at(END_OF_TIME)));
        }
        return of(cursor.moment());
    }

    /** By the log itself: of what is parked the index of the history knows nothing. */
    private Instant recordedAt(long position) {
        return position == 0
                ? Instant.EPOCH
                : events.at(List.of(position)).stream()
                        .map(RecordedEvent::recordedAt)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("the log has no event at " + position));
    }
}
