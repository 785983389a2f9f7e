package io.examledger.benchmarks.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of one table, in memory. */
final class CopiedRows {
    private final String table;
    private final List<Object[]> rows = new ArrayList<>();
    private int columns;

    private CopiedRows(String table) {
        this.table = table;
    }

    /** @param condition with one parameter */
    static CopiedRows of(Connection connection, String table, String condition, String parameter) throws SQLException {
        CopiedRows copied = new CopiedRows(table);
        try (PreparedStatement select = connection.prepareStatement("select * from " + table + " where " + condition)) {
            select.setString(1, parameter);
            try (ResultSet found = select.executeQuery()) {
                copied.columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    Object[] row = new Object[copied.columns];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    copied.rows.add(row);
                }
            }
        }
        return copied;
    }

    int count() {
        return rows.size();
    }

    /** Inserts some of the rows in one JDBC batch. */
    void insert(Connection connection, int from, int to) throws SQLException {
        String places = String.join(", ", Collections.nCopies(columns, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
            for (Object[] row : rows.subList(from, to)) {
                for (int i = 0; i < columns; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
