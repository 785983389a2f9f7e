package io.examledger.query.replay;

import io.examledger.query.projection.TableWriter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** The columns of shadow tables, beside those of the served ones, which another release may have migrated. */
final class ShadowColumns {
    private final JdbcOperations jdbc;
    private final String schema;

    ShadowColumns(JdbcOperations jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Whether a table has the columns of the served one, in their order; in the transaction that is running. */
    boolean areServed(String table) {
        return of(TableWriter.SCHEMA, table).equals(of(schema, table));
    }

    private List<String> of(String of, String table) {
        List<String> columns = jdbc.query("select * from " + of + "." + table + " where false", none -> {
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= none.getMetaData().getColumnCount(); column++) {
                names.add(none.getMetaData().getColumnName(column));
            }
            return names;
        });
        return columns == null ? List.of() : columns;
    }
}
