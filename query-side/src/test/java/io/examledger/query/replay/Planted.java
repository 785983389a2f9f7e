package io.examledger.query.replay;

import io.examledger.query.ReadModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spoils served tables, whatever they hold. */
final class Planted {
    private final ReadModels models;
    private final TableRows tables;

    Planted(ReadModels models) {
        this.models = models;
        this.tables = new TableRows(models.dataSource());
    }

    /** @return the row's key; empty if the table has nothing but its key */
    Map<String, String> wrongRow(String table) {
        Map<String, String> key = firstKey(table);
        Map<String, @Nullable Object> row = first(table);
        if (key.keySet().containsAll(row.keySet())) {
            return Map.of();
        }
        Predicate<String> plain = name -> !key.containsKey(name) && !name.equals("position");
        String column = row.keySet().stream()
                .filter(plain)
                .filter(name -> row.get(name) instanceof String || row.get(name) instanceof Number)
                .findFirst()
                .or(() -> row.keySet().stream()
                        .filter(plain)
                        .filter(name -> row.get(name) == null)
                        .findFirst())
                .orElseThrow();
        Object right = row.get(column);
        String wrong = right instanceof Number ? column + " + 7" : right == null ? "current_timestamp" : "'x'";
        models.execute("update read_model." + table + " set " + column + " = " + wrong + " where " + where(key));
        return key;
    }

    /** @return the row's key */
    Map<String, String> missingRow(String table) {
        Map<String, String> key = firstKey(table);
        models.execute("delete from read_model." + table + " where " + where(key));
        return key;
    }

    /** @return the row's key */
    Map<String, String> extraRow(String table) {
        Map<String, String> key = firstKey(table);
        String first = key.keySet().iterator().next();
        Map<String, @Nullable Object> row = first(table);
        boolean number = row.get(first) instanceof Number;
        String other = number ? Long.toString(Long.parseLong(key.get(first)) + 1_000_000) : key.get(first) + "X";
        String copied = row.keySet().stream()
                .map(column -> column.equals(first)
                        ? "'" + other + "'"
                        : column.equals("position") && !key.containsKey(column) ? "position + 1000000" : column)
                .collect(Collectors.joining(", "));
        models.execute("insert into read_model." + table + " (" + String.join(", ", row.keySet()) + ") select "
                + (number ? copied.replace("'" + other + "'", other) : copied) + " from read_model." + table + " where "
                + where(key));
        key.put(first, other);
        return key;
    }

    /** As a replay names it. */
    private Map<String, String> firstKey(String table) {
        List<String> key = tables.keyOf("read_model", table);
        String columns = key.stream().map(column -> column + " as " + column).collect(Collectors.joining(", "));
        Map<String, String> named = new LinkedHashMap<>();
        models.jdbc()
                .getJdbcTemplate()
                .query("select " + columns + " from read_model." + table + " order by 1 limit 1", row -> {
                    for (String column : key) {
                        named.put(column, row.getString(column));
                    }
                });
        return named;
    }

    private Map<String, @Nullable Object> first(String table) {
        return models.rows("select * from read_model." + table + " where " + where(firstKey(table)))
                .getFirst();
    }

    private static String where(Map<String, String> key) {
        return key.entrySet().stream()
                .map(column -> column.getKey() + " = '" + column.getValue() + "'")
                .collect(Collectors.joining(" and "));
    }
}
