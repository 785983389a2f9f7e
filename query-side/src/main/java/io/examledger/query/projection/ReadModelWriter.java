package io.examledger.query.projection;

import java.util.Collection;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Writes rows in JDBC batches, in the transaction that is running. Tells projections nothing about what is stored. */
public final class ReadModelWriter {
    private final NamedParameterJdbcTemplate jdbc;

    public ReadModelWriter(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sql one statement with named parameters, run for each of the rows */
    public void write(String sql, Collection<? extends SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
