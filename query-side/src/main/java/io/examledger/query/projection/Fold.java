package io.examledger.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds events through a projection. Of a {@link Versioned} one, rows are kept as they were before they change (AUD-2): so
 * events that touch the same row and were recorded at different times are folded one after the other, in waves, and all
 * others together. Those that do no more than add to a row are folded together at any time, once the row is there: what it
 * was in between is known by the sums. What has to stay in order does; events of different sequences may change places, as
 * they may when one is parked.
 */
public final class Fold {
    private final Versioned projection;
    private final List<Wave> waves = new ArrayList<>();
    private final Map<VersionedTable.Row, Touch> touched = new HashMap<>();
    /** The last wave with an event of the sequence. */
    private final Map<String, Integer> sequences = new HashMap<>();

    private Fold(Versioned projection) {
        this.projection = projection;
    }

    /** @param events that the projection is interested in, in the order of the log */
    public static void apply(Projection projection, List<RecordedEvent> events, ReadModelWriter rows) {
        if (projection instanceof Versioned versioned) {
            Fold fold = new Fold(versioned);
            events.forEach(fold::add);
            fold.waves.forEach(wave -> wave.write(versioned, rows));
        } else {
            projection.project(events, rows);
        }
    }

    /**
     * What a row has gone through.
     *
     * @param adding the first wave with what adds to it; it may have made the row by that. {@link #NONE} if there is none yet
     * @param last wave that touches it
     * @param recordedAt of the last event that does
     * @param counted whether all that touch it in the last wave do no more than add to it, and it is there if they can make it
     */
    private record Touch(int adding, int last, Instant recordedAt, boolean counted) {
        static final int NONE = Integer.MAX_VALUE;

        static Touch none(int wave, Instant at) {
            return new Touch(NONE, wave, at, false);
        }

        int next(Instant at, boolean adds) {
            return recordedAt.equals(at) || (counted && adds) ? last : last + 1;
        }

        Touch then(int wave, Instant at, boolean adds) {
            int first = adds ? Math.min(adding, wave) : adding;
            return new Touch(first, wave, at, adds && wave > first && (wave > last || counted));
        }
    }

    /** To the first wave that comes before nothing it has to follow. */
    private void add(RecordedEvent event) {
        List<VersionedTable.Row> touches = projection.touches(event.payload()).toList();
        Map<String, Integer> adds = projection.adds(event.payload());
        boolean addsOnly = !adds.isEmpty();
        Instant at = event.recordedAt();
        Optional<String> sequence = projection.sequenceOf(event.payload());
        int chosen = sequence.map(name -> sequences.getOrDefault(name, 0)).orElse(0);
        for (VersionedTable.Row row : touches) {
            Touch touch = touched.get(row);
            chosen = touch == null ? chosen : Math.max(chosen, touch.next(at, addsOnly));
        }
        while (waves.size() <= chosen) {
            waves.add(new Wave());
        }
        Wave wave = waves.get(chosen);
        wave.add(event);
        for (VersionedTable.Row row : touches) {
            Touch before = touched.get(row);
            touched.put(row, (before == null ? Touch.none(chosen, at) : before).then(chosen, at, addsOnly));
            wave.touch(row, at, adds);
        }
        int last = chosen;
        sequence.ifPresent(name -> sequences.put(name, last));
    }
}
