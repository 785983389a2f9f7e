package io.examledger.query.audit.figures;

import io.examledger.query.Instants;
import io.examledger.query.Moment;
import io.examledger.query.asof.RecordedPositions;
import io.examledger.query.projection.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Of which moment a figure is answered. Always of a past one, which every read model and the index of the history have seen
 * whole: only then do units add up to the figure, and have all their events been found. The present is the moment at which
 * the last event was recorded.
 */
public final class FigureMoments {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Nothing is recorded later. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final NamedParameterJdbcTemplate jdbc;
    private final RecordedPositions log;
    private final Positions readModels;
    private final Positions trail;

    /** @param trail of the index of the history alone, which others do not wait for */
    public FigureMoments(
            NamedParameterJdbcTemplate jdbc, RecordedPositions log, Positions readModels, Positions trail) {
        this.jdbc = jdbc;
        this.log = log;
        this.readModels = readModels;
        this.trail = trail;
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

    private Instant recordedAt(long position) {
        List<Instant> recorded = jdbc.query(
                """
                select recorded_at
                from read_model.audit_event
                where position = :position
                """,
                new MapSqlParameterSource("position", position),
                (row, number) -> Instants.required(row, "recorded_at"));
        return recorded.isEmpty() ? Instant.EPOCH : recorded.getFirst();
    }
}
