package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** How far the served read models are, in the transaction that is running. */
final class LivePositions {
    private final NamedParameterJdbcTemplate jdbc;

    LivePositions(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long of(Projection projection) {
        return least(List.of(projection));
    }

    /** Of the one that is furthest behind. */
    long least(List<Projection> projections) {
        Long position = jdbc.queryForObject(
                "select min(position) from read_model.projection where name in (:names)",
                new MapSqlParameterSource(
                        "names", projections.stream().map(Projection::name).toList()),
                Long.class);
        if (position == null) {
            throw new IllegalStateException("no projection has a position");
        }
        return position;
    }
}
