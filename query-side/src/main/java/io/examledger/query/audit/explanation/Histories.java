package io.examledger.query.audit.explanation;

import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.Mention;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds the events that explain something. */
public final class Histories {
    private final NamedParameterJdbcTemplate jdbc;
    private final LoggedEvents log;

    public Histories(NamedParameterJdbcTemplate jdbc, LoggedEvents log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** The stream of an aggregate, without its progress through many codes: an order of a million has thousands of such. */
    History of(String aggregateId) {
        return at(jdbc.queryForList("""
                select position
                from read_model.audit_event
                where aggregate_id = :id
                  and type not in ('order.redeem-codes-issued', 'order.redeem-codes-expired')
                order by position
                """, new MapSqlParameterSource("id", aggregateId), Long.class));
    }

    /** The first events that concern a thing, in whatever aggregate. */
    History mentioning(Mention mention, int most) {
        return at(jdbc.queryForList(
                """
                select position
                from read_model.audit_link
                where kind = :kind and id = :id
                order by position
                limit :most
                """,
                new MapSqlParameterSource("kind", mention.kind().name())
                        .addValue("id", mention.id())
                        .addValue("most", most),
                Long.class));
    }

    private History at(List<Long> positions) {
        return new History(positions.isEmpty() ? List.of() : log.at(positions));
    }
}
