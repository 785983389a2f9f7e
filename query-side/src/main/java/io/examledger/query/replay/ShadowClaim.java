package io.examledger.query.replay;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Sees to it that one worker at a time builds in a shadow schema, of all nodes. */
final class ShadowClaim {
    private final NamedParameterJdbcTemplate jdbc;
    private final MapSqlParameterSource values;
    private final String take;

    /**
     * @param worker unique to this process
     * @param silence after which another worker is taken for dead
     */
    ShadowClaim(NamedParameterJdbcTemplate jdbc, String schema, String worker, Duration silence) {
        this.jdbc = jdbc;
        this.values = new MapSqlParameterSource("schema", schema).addValue("worker", worker);
        this.take = """
                update read_model.shadow
                set worker = :worker, touched_at = current_timestamp
                where schema_name = :schema
                  and (worker is null or worker = :worker or touched_at < current_timestamp - interval '%s' second)
                """.formatted(BigDecimal.valueOf(silence.toMillis(), 3));
    }

    /** @return not if another worker has it, who is not silent */
    boolean take() {
        return jdbc.update(take, values) == 1;
    }

    /**
     * Renews it, in the transaction that writes the rows: whoever has lost it writes nothing.
     *
     * @throws IllegalStateException if another worker has taken it
     */
    void renew() {
        int renewed = jdbc.update("""
                update read_model.shadow
                set touched_at = current_timestamp
                where schema_name = :schema and worker = :worker
                """, values);
        if (renewed == 0) {
            throw new IllegalStateException("another worker has taken over the rebuild");
        }
    }

    void release() {
        jdbc.update("""
                update read_model.shadow
                set worker = null
                where schema_name = :schema and worker = :worker
                """, values);
    }
}
