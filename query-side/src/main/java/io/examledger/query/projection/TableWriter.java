package io.examledger.query.projection;

import java.util.Collection;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Writes rows in JDBC batches, in the transaction that is running. */
public final class TableWriter implements ReadModelWriter {
    /** The schema that the statements of projections name. */
    public static final String SCHEMA = "read_model";

    private static final Pattern TABLE = Pattern.compile("\\b" + SCHEMA + "\\.");
    private final NamedParameterJdbcTemplate jdbc;
    private final String schema;

    /** Writes the tables that are served. */
    public TableWriter(NamedParameterJdbcTemplate jdbc) {
        this(jdbc, SCHEMA);
    }

    /** @param schema that holds tables like those of {@value #SCHEMA}, to be written instead of them */
    public TableWriter(NamedParameterJdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public void write(String sql, Collection<? extends SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(inSchema(sql), rows.toArray(SqlParameterSource[]::new));
        }
    }

    private String inSchema(String sql) {
        return schema.equals(SCHEMA) ? sql : TABLE.matcher(sql).replaceAll(schema + ".");
    }
}
