package io.examledger.query.replay;

import io.examledger.query.ReadModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spoils served tables, whatever they hold. */
final class Planted {
    private final ReadModels models;

    Planted(ReadModels models) {
        this.models = models;
    }

    /** @return the row's key */
    Map<String, String> wrongRow(String table) {
        List<String> key = key(table);
        Map<String, @Nullable Object> row = first(table);
        String column = row.keySet().stream()
                .filter(name -> !key.contains(name) && !name.equals("position"))
                .filter(name -> row.get(name) instanceof String || row.get(name) instanceof Number)
                .findFirst()
                .orElseThrow();
        String wrong = row.get(column) instanceof Number ? column + " + 7" : "'x'";
        models.execute("update read_model." + table + " set " + column + " = " + wrong + " where " + where(key, row));
        return named(key, row);
    }

    /** @return the row's key */
    Map<String, String> missingRow(String table) {
        List<String> key = key(table);
        Map<String, @Nullable Object> row = first(table);
        models.execute("delete from read_model." + table + " where " + where(key, row));
        return named(key, row);
    }

    /** @return the row's key */
    Map<String, String> extraRow(String table) {
        List<String> key = key(table);
        Map<String, @Nullable Object> row = first(table);
        String copied = row.keySet().stream()
                .map(column -> changed(key, column, row.get(column)))
                .collect(Collectors.joining(", "));
        models.execute("insert into read_model." + table + " (" + String.join(", ", row.keySet()) + ") select " + copied
                + " from read_model." + table + " where " + where(key, row));
        Map<String, String> planted = named(key, row);
        planted.replaceAll((column, value) -> column.equals(key.getFirst()) ? other(value) : value);
        return planted;
    }

    /** Keys and positions are unique. */
    private static String changed(List<String> key, String column, @Nullable Object value) {
        if (column.equals(key.getFirst())) {
            return value instanceof Number ? column + " + 1000000" : "'" + other(String.valueOf(value)) + "'";
        }
        return column.equals("position") ? "position + 1000000" : column;
    }

    private static String other(String value) {
        return value.matches("[0-9]+") ? Long.toString(Long.parseLong(value) + 1_000_000) : value + "X";
    }

    private List<String> key(String table) {
        return new TableRows(models.dataSource()).keyOf("read_model", table);
    }

    private Map<String, @Nullable Object> first(String table) {
        return models.rows("select * from read_model." + table + " order by 1 limit 1")
                .getFirst();
    }

    private static String where(List<String> key, Map<String, @Nullable Object> row) {
        return key.stream()
                .map(column -> column + " = "
                        + (row.get(column) instanceof Number ? row.get(column) : "'" + row.get(column) + "'"))
                .collect(Collectors.joining(" and "));
    }

    private static Map<String, String> named(List<String> key, Map<String, @Nullable Object> row) {
        Map<String, String> named = new LinkedHashMap<>();
        key.forEach(column -> named.put(column, String.valueOf(row.get(column))));
        return named;
    }
}
