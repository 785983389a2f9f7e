package io.examledger.query.audit.figures;

import static java.util.stream.Collectors.groupingBy;

import io.examledger.query.Moment;
import io.examledger.query.audit.Mention;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Tells where in the log something happened to each of many things, by the index of the history. */
final class Trail {
    private final NamedParameterJdbcTemplate jdbc;

    Trail(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(String id, String type, long position) {}

    /** Of aggregates, by their ids, oldest first. */
    Map<String, List<Entry>> of(Collection<String> aggregates, Set<String> types, Moment moment) {
        return entries("""
                select aggregate_id as id, type, position
                from read_model.audit_event
                where aggregate_id in (:ids) and type in (:types) and position <= :last
                order by position
                """, new MapSqlParameterSource(), aggregates, types, moment);
    }

    /** Whatever concerns things of a kind, by their ids, oldest first. */
    Map<String, List<Entry>> concerning(
            Mention.Kind kind, Collection<String> things, Set<String> types, Moment moment) {
        return entries("""
                select link.id, event.type, event.position
                from read_model.audit_link link
                join read_model.audit_event event on event.position = link.position
                where link.kind = :kind and link.id in (:ids) and link.position <= :last and event.type in (:types)
                order by event.position
                """, new MapSqlParameterSource("kind", kind.name()), things, types, moment);
    }

    private Map<String, List<Entry>> entries(
            String sql, MapSqlParameterSource values, Collection<String> ids, Set<String> types, Moment moment) {
        if (ids.isEmpty() || types.isEmpty()) {
            return Map.of();
        }
        values.addValue("ids", ids).addValue("types", types).addValue("last", moment.position());
        return jdbc
                .query(
                        sql,
                        values,
                        (row, number) -> new Entry(row.getString("id"), row.getString("type"), row.getLong("position")))
                .stream()
                .collect(groupingBy(Entry::id));
    }
}
