package io.examledger.query.audit;

import io.examledger.query.NotFound;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds all events that concern one thing, in whatever aggregate they happened, oldest first. */
public final class FindTimelines {
    private final NamedParameterJdbcTemplate jdbc;
    private final AuditEntries entries;

    public FindTimelines(NamedParameterJdbcTemplate jdbc, AuditEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** @throws NotFound if no event concerns it */
    public Page<AuditEntry> page(Mention mention, PageRequest request) {
        List<Long> positions = jdbc.queryForList(
                """
                select position
                from read_model.audit_link
                where kind = :kind and id = :id and position > :after
                order by position
                limit :rows
                """,
                new MapSqlParameterSource("kind", mention.kind().name())
                        .addValue("id", mention.id())
                        .addValue("after", request.after())
                        .addValue("rows", request.rows()),
                Long.class);
        if (positions.isEmpty() && request.after() == 0) {
            throw new NotFound(mention.kind().word());
        }
        return Page.of(positions, request, Long::longValue, entries::oldestFirst);
    }
}
