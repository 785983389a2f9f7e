package io.examledger.query.projection;

import io.examledger.query.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.SqlArrayValue;

/** Events that are folded at once, and how each row that they touch changes with time. */
final class Wave {
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<VersionedTable.Row, List<Step>> rows = new LinkedHashMap<>();

    /** What becomes of a row at one time; all that is known of it is by how much its counters change, if no more does. */
    private record Step(Instant recordedAt, Map<String, Integer> adds) {
        Step(Instant recordedAt) {
            this(recordedAt, new HashMap<>());
        }
    }

    void add(RecordedEvent event) {
        events.add(event);
    }

    /** @param adds to counters; only a row to which everything adds may be touched at several times */
    void touch(VersionedTable.Row row, Instant at, Map<String, Integer> adds) {
        List<Step> steps = rows.computeIfAbsent(row, touched -> new ArrayList<>(1));
        if (steps.isEmpty() || !steps.getLast().recordedAt().equals(at)) {
            steps.add(new Step(at));
        }
        Map<String, Integer> added = steps.getLast().adds();
        adds.forEach((column, by) -> added.merge(column, by, Integer::sum));
    }

    void write(Versioned projection, ReadModelWriter writer) {
        keepFirst(writer);
        keepCounted(writer);
        projection.project(events, writer);
    }

    /** Rows as they are before the wave: one statement for each table, time, and beginning of the key. */
    private void keepFirst(ReadModelWriter writer) {
        Map<VersionedTable, Map<Beginning, List<String>>> changing = new LinkedHashMap<>();
        rows.forEach((row, steps) -> changing.computeIfAbsent(row.table(), table -> new LinkedHashMap<>())
                .computeIfAbsent(Beginning.of(row, steps.getFirst().recordedAt()), beginning -> new ArrayList<>())
                .add(row.key().getLast()));
        changing.forEach((table, keys) -> {
            List<SqlParameterSource> groups = new ArrayList<>();
            keys.forEach((beginning, last) -> groups.add(beginning.with(last)));
            writer.write(table.keep(), groups);
        });
    }

    /** Rows as they are between the steps. */
    private void keepCounted(ReadModelWriter writer) {
        Map<VersionedTable, List<SqlParameterSource>> changing = new LinkedHashMap<>();
        rows.forEach((row, steps) -> {
            Map<String, Integer> sums = new HashMap<>();
            for (int step = 1; step < steps.size(); step++) {
                steps.get(step - 1).adds().forEach((column, by) -> sums.merge(column, by, Integer::sum));
                changing.computeIfAbsent(row.table(), table -> new ArrayList<>())
                        .add(between(row, steps.get(step).recordedAt(), sums));
            }
        });
        changing.forEach((table, between) -> writer.write(table.keepCounted(), between));
    }

    private static SqlParameterSource between(VersionedTable.Row row, Instant at, Map<String, Integer> sums) {
        MapSqlParameterSource values = keyed(row.key(), at);
        row.table().counters().forEach(column -> values.addValue(column, sums.getOrDefault(column, 0)));
        return values;
    }

    private static MapSqlParameterSource keyed(List<String> key, Instant replacedAt) {
        MapSqlParameterSource values = new MapSqlParameterSource("replacedAt", Instants.toColumn(replacedAt));
        for (int i = 0; i < key.size(); i++) {
            values.addValue("key" + i, key.get(i));
        }
        return values;
    }

    /** @param key all of it but the last column */
    private record Beginning(List<String> key, Instant recordedAt) {
        static Beginning of(VersionedTable.Row row, Instant recordedAt) {
            return new Beginning(row.key().subList(0, row.key().size() - 1), recordedAt);
        }

        SqlParameterSource with(List<String> last) {
            return keyed(key, recordedAt).addValue("keys", new SqlArrayValue("varchar", last.toArray()));
        }
    }
}
