package io.examledger.query.audit;

import io.examledger.query.Criteria;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds events, newest first. */
public final class FindAuditEvents {
    private static final int CHUNK = 500;
    private final NamedParameterJdbcTemplate jdbc;
    private final AuditEntries entries;

    public FindAuditEvents(NamedParameterJdbcTemplate jdbc, AuditEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    public Page<AuditEntry> page(AuditFilter filter, PageRequest request) {
        return Page.of(
                positions(filter, request.before(), request.rows()), request, Long::longValue, entries::newestFirst);
    }

    private List<Long> positions(AuditFilter filter, long before, int rows) {
        Criteria criteria = filter.criteria(AuditSpan.of(filter, before, jdbc)).with("rows", rows);
        return jdbc.queryForList("""
                select position
                from read_model.audit_event
                %sorder by %s
                limit :rows
                """.formatted(criteria.clause(), filter.order()), criteria.values(), Long.class);
    }

    public long count(AuditFilter filter) {
        Criteria criteria = filter.criteria(AuditSpan.of(filter, Long.MAX_VALUE, jdbc));
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
