package io.examledger.query.replay;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads whole tables, in no order and without keeping them in memory, as text that is the same wherever the row is. */
final class TableRows {
    private static final int FETCH_SIZE = 2_000;
    private final JdbcTemplate jdbc;

    TableRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCH_SIZE);
    }

    /** Names of the primary key's columns, in their order. */
    List<String> keyOf(String schema, String table) {
        List<String> key = jdbc.execute((ConnectionCallback<List<String>>) connection -> {
            DatabaseMetaData metadata = connection.getMetaData();
            Map<Short, String> columns = new TreeMap<>();
            try (ResultSet found = metadata.getPrimaryKeys(null, schema, table)) {
                while (found.next()) {
                    columns.put(found.getShort("KEY_SEQ"), found.getString("COLUMN_NAME"));
                }
            }
            return List.copyOf(columns.values());
        });
        if (key == null || key.isEmpty()) {
            throw new IllegalStateException("table " + table + " has no primary key to compare rows by");
        }
        return key;
    }

    /** In the transaction that is running. */
    RowSums sums(String schema, String table, List<String> key) {
        RowDigests digests = new RowDigests();
        RowSums all = jdbc.query("select * from " + schema + "." + table, (ResultSetExtractor<RowSums>) rows -> {
            RowSums sums = new RowSums();
            int[] keyColumns = new int[key.size()];
            for (int i = 0; i < keyColumns.length; i++) {
                keyColumns[i] = rows.findColumn(key.get(i));
            }
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                @Nullable String[] row = new String[columns];
                for (int column = 1; column <= columns; column++) {
                    row[column - 1] = rows.getString(column);
                }
                int hash = 1;
                for (int column : keyColumns) {
                    hash = 31 * hash + String.valueOf(row[column - 1]).hashCode();
                }
                sums.add(bucket(hash), digests.of(row));
            }
            return sums;
        });
        return Objects.requireNonNull(all, "an extractor answers");
    }

    /** The rows of some buckets by their keys, in the transaction that is running. */
    Map<List<String>, Map<String, @Nullable String>> rows(
            String schema, String table, List<String> key, Set<Integer> buckets) {
        Map<List<String>, Map<String, @Nullable String>> rows = new HashMap<>();
        each(schema, table, row -> {
            if (buckets.contains(bucket(row, key))) {
                rows.put(keyOf(row, key), row);
            }
        });
        return rows;
    }

    /** A row's columns by name, in the table's order. */
    private interface RowReader {
        void read(Map<String, @Nullable String> row);
    }

    private void each(String schema, String table, RowReader reader) {
        jdbc.query("select * from " + schema + "." + table, rows -> {
            List<String> columns = columns(rows.getMetaData());
            while (rows.next()) {
                reader.read(read(rows, columns));
            }
            return columns;
        });
    }

    private static List<String> columns(ResultSetMetaData row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= row.getColumnCount(); column++) {
            columns.add(row.getColumnName(column));
        }
        return columns;
    }

    static Map<String, @Nullable String> read(ResultSet row) throws SQLException {
        return read(row, columns(row.getMetaData()));
    }

    private static Map<String, @Nullable String> read(ResultSet row, List<String> columns) throws SQLException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            values.put(columns.get(column), row.getString(column + 1));
        }
        return values;
    }

    static List<String> keyOf(Map<String, @Nullable String> row, List<String> key) {
        List<String> values = new ArrayList<>();
        key.forEach(column -> values.add(String.valueOf(row.get(column))));
        return values;
    }

    private static int bucket(Map<String, @Nullable String> row, List<String> key) {
        return bucket(keyOf(row, key).hashCode());
    }

    /** @param hash of the key's values, as of a list */
    private static int bucket(int hash) {
        return (hash ^ (hash >>> 16)) & (RowSums.BUCKETS - 1);
    }

    /** Columns whose values are not the same in two rows of a table. */
    static Set<String> differing(Map<String, @Nullable String> one, Map<String, @Nullable String> other) {
        Set<String> columns = new HashSet<>();
        one.forEach((column, value) -> {
            if (!Objects.equals(value, other.get(column))) {
                columns.add(column);
            }
        });
        return columns;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
