package io.examledger.query.audit;

import io.examledger.query.Criteria;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.projection.Snapshots;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds events, newest first. */
public final class FindAuditEvents {
    private static final int CHUNK = 500;
    private final NamedParameterJdbcTemplate jdbc;
    private final AuditEntries entries;
    private final boolean postgres;

    public FindAuditEvents(NamedParameterJdbcTemplate jdbc, AuditEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.postgres = Snapshots.isPostgres(
                Objects.requireNonNull(jdbc.getJdbcTemplate().getDataSource(), "a template has a data source"));
    }

    public Page<AuditEntry> page(AuditFilter filter, PageRequest request) {
        return Page.of(
                positions(filter, request.before(), request.rows()), request, Long::longValue, entries::newestFirst);
    }

    private List<Long> positions(AuditFilter asked, long before, int rows) {
        AuditSpan span = AuditSpan.of(asked, before, jdbc);
        if (span.isEmpty() || contradicts(asked)) {
            return List.of();
        }
        AuditFilter filter = simpler(asked);
        Criteria criteria = filter.criteria(span, postgres).with("rows", rows);
        return jdbc.queryForList("""
                select position
                from read_model.audit_event
                %sorder by %s
                limit :rows
                """.formatted(criteria.clause(), filter.order()), criteria.values(), Long.class);
    }

    /** A type is of one aggregate. Whoever names both would else have all events of the type looked through for none. */
    private boolean contradicts(AuditFilter filter) {
        if (filter.type() == null || filter.aggregate() == null) {
            return false;
        }
        return !aggregatesOf(filter.type()).equals(List.of(filter.aggregate()));
    }

    private static AuditFilter simpler(AuditFilter filter) {
        return filter.type() == null ? filter : filter.ofAnyAggregate();
    }

    /** That of the first one, or none. */
    private List<String> aggregatesOf(String type) {
        return jdbc.queryForList("""
                select aggregate_type
                from (
                  select type, aggregate_type
                  from read_model.audit_event
                  where type >= :type and (type, position) >= (:type, 0)
                  order by type, position
                  limit 1) as first_one
                where type = :type
                """, new MapSqlParameterSource("type", type), String.class);
    }

    public long count(AuditFilter filter) {
        Criteria criteria = filter.criteria(AuditSpan.of(filter, Long.MAX_VALUE, jdbc), postgres);
        Long count = jdbc.queryForObject(
                "select count(*) from read_model.audit_event " + criteria.clause(), criteria.values(), Long.class);
        return count == null ? 0 : count;
    }

    /** Hands over every event, newest first, chunk by chunk. */
    public void each(AuditFilter filter, Consumer<AuditEntry> consumer) {
        List<Long> chunk = positions(filter, Long.MAX_VALUE, CHUNK);
        while (!chunk.isEmpty()) {
            entries.newestFirst(chunk).forEach(consumer);
            chunk = positions(filter, chunk.getLast(), CHUNK);
        }
    }
}
