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

/**
 * Folds events through a projection. Of a {@link Versioned} one, rows are kept as they were before they change (AUD-2): so
 * events that touch the same row and were recorded at different times are folded one after the other, all others together.
 */
public final class Fold {
    private final Versioned projection;
    private final ReadModelWriter rows;
    /** Which rows the events since the last write touch, and when these were recorded. */
    private final Map<VersionedTable.Row, Instant> touched = new HashMap<>();

    private Fold(Versioned projection, ReadModelWriter rows) {
        this.projection = projection;
        this.rows = rows;
    }

    /** @param events that the projection is interested in, in the order of the log */
    public static void apply(Projection projection, List<RecordedEvent> events, ReadModelWriter rows) {
        if (projection instanceof Versioned versioned) {
            new Fold(versioned, rows).apply(events);
        } else {
            projection.project(events, rows);
        }
    }

    private void apply(List<RecordedEvent> events) {
        int written = 0;
        for (int next = 0; next < events.size(); next++) {
            RecordedEvent event = events.get(next);
            List<VersionedTable.Row> touches =
                    projection.touches(event.payload()).toList();
            if (touches.stream().anyMatch(row -> touchedBefore(row, event.recordedAt()))) {
                write(events.subList(written, next));
                written = next;
            }
            touches.forEach(row -> touched.put(row, event.recordedAt()));
        }
        write(events.subList(written, events.size()));
    }

    private boolean touchedBefore(VersionedTable.Row row, Instant recordedAt) {
        Instant before = touched.get(row);
        return before != null && !before.equals(recordedAt);
    }

    private void write(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        keepVersions();
        touched.clear();
        projection.project(events, rows);
    }

    /** One statement for each table, time, and beginning of the key. */
    private void keepVersions() {
        Map<VersionedTable, Map<Beginning, List<String>>> changing = new LinkedHashMap<>();
        touched.forEach((row, recordedAt) -> changing.computeIfAbsent(row.table(), table -> new LinkedHashMap<>())
                .computeIfAbsent(Beginning.of(row, recordedAt), beginning -> new ArrayList<>())
                .add(row.key().getLast()));
        changing.forEach((table, keys) -> {
            List<SqlParameterSource> groups = new ArrayList<>();
            keys.forEach((beginning, last) -> groups.add(beginning.with(last)));
            rows.write(table.keep(), groups);
        });
    }

    /** @param key all of it but the last column */
    private record Beginning(List<String> key, Instant recordedAt) {
        static Beginning of(VersionedTable.Row row, Instant recordedAt) {
            return new Beginning(row.key().subList(0, row.key().size() - 1), recordedAt);
        }

        SqlParameterSource with(List<String> last) {
            MapSqlParameterSource values = new MapSqlParameterSource("replacedAt", Instants.toColumn(recordedAt))
                    .addValue("keys", new SqlArrayValue("varchar", last.toArray()));
            for (int i = 0; i < key.size(); i++) {
                values.addValue("key" + i, key.get(i));
            }
            return values;
        }
    }
}
