package io.examledger.query.audit;

import io.examledger.query.Instants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * A part of the log.
 *
 * @param first position
 * @param before the position after the last one
 */
record AuditSpan(long first, long before) {
    boolean isEmpty() {
        return first >= before;
    }

    /** What a filter leaves of the log, without what is not before the position. */
    static AuditSpan of(AuditFilter filter, long before, NamedParameterJdbcTemplate jdbc) {
        long first = filter.fromPosition() == null ? 1 : filter.fromPosition();
        long end = filter.toPosition() == null ? before : Math.min(before, filter.toPosition() + 1);
        return new AuditSpan(
                Math.max(first, since(filter.from(), 1, jdbc)),
                Math.min(end, since(filter.to(), Long.MAX_VALUE, jdbc)));
    }

    /** Recorded times never go backwards, so a span of time is a span of positions. */
    private static long since(@Nullable Instant instant, long unbounded, NamedParameterJdbcTemplate jdbc) {
        if (instant == null) {
            return unbounded;
        }
        List<Long> first =
                jdbc.queryForList("""
                select position
                from read_model.audit_event
                where recorded_at >= :instant
                order by recorded_at, position
                limit 1
                """, new MapSqlParameterSource("instant", Instants.toColumn(instant)), Long.class);
        return first.isEmpty() ? Long.MAX_VALUE : first.getFirst();
    }
}
