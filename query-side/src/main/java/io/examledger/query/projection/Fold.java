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
 * events that touch the same row and were recorded at different times are folded one after the other, in waves, and all
 * others together. What has to stay in order does; events of different sequences may change places, as they may when one is parked.
 */
public final class Fold {
    private final Versioned projection;
    private final ReadModelWriter rows;
    private final List<Wave> waves = new ArrayList<>();
    private final Map<VersionedTable.Row, Touch> touched = new HashMap<>();
    /** The last wave with an event of the sequence. */
    private final Map<String, Integer> sequences = new HashMap<>();

    private Fold(Versioned projection, ReadModelWriter rows) {
        this.projection = projection;
        this.rows = rows;
    }

    /** @param events that the projection is interested in, in the order of the log */
    public static void apply(Projection projection, List<RecordedEvent> events, ReadModelWriter rows) {
        if (projection instanceof Versioned versioned) {
            Fold fold = new Fold(versioned, rows);
            events.forEach(fold::add);
            fold.waves.forEach(fold::write);
        } else {
            projection.project(events, rows);
        }
    }

    /** The last wave that touches a row, and when its events that do were recorded. */
    private record Touch(int wave, Instant recordedAt) {
        int next(Instant at) {
            return recordedAt.equals(at) ? wave : wave + 1;
        }
    }

    /** Events that are folded at once, and the rows that they touch. */
    private record Wave(List<RecordedEvent> events, Map<VersionedTable.Row, Instant> touched) {
        Wave() {
            this(new ArrayList<>(), new LinkedHashMap<>());
        }
    }

    /** To the first wave that comes before nothing it has to follow. */
    private void add(RecordedEvent event) {
        List<VersionedTable.Row> touches = projection.touches(event.payload()).toList();
        Instant at = event.recordedAt();
        int number = projection
                .sequenceOf(event.payload())
                .map(sequence -> sequences.getOrDefault(sequence, 0))
                .orElse(0);
        for (VersionedTable.Row row : touches) {
            Touch last = touched.get(row);
            number = last == null ? number : Math.max(number, last.next(at));
        }
        int chosen = number;
        projection.sequenceOf(event.payload()).ifPresent(sequence -> sequences.put(sequence, chosen));
        while (waves.size() <= chosen) {
            waves.add(new Wave());
        }
        Wave wave = waves.get(chosen);
        wave.events().add(event);
        touches.forEach(row -> {
            touched.put(row, new Touch(chosen, at));
            wave.touched().put(row, at);
        });
    }

    private void write(Wave wave) {
        keepVersions(wave.touched());
        projection.project(wave.events(), rows);
    }

    /** One statement for each table, time, and beginning of the key. */
    private void keepVersions(Map<VersionedTable.Row, Instant> changed) {
        Map<VersionedTable, Map<Beginning, List<String>>> changing = new LinkedHashMap<>();
        changed.forEach((row, recordedAt) -> changing.computeIfAbsent(row.table(), table -> new LinkedHashMap<>())
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
