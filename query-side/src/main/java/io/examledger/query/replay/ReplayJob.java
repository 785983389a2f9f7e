package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A replay that is to be done.
 *
 * @param versions that are to be built at least, by the names of the projections
 */
record ReplayJob(String replayId, SortedMap<String, Integer> versions, boolean swap) {
    ReplayJob {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** The versions that a node has. */
    static SortedMap<String, Integer> versionsOf(List<Projection> projections) {
        SortedMap<String, Integer> versions = new TreeMap<>();
        projections.forEach(projection -> versions.put(projection.name(), projection.version()));
        return versions;
    }

    List<String> projections() {
        return List.copyOf(versions.keySet());
    }

    /** Those that it is about, of all that a node has. */
    List<Projection> of(List<Projection> all) {
        return all.stream()
                .filter(projection -> versions.containsKey(projection.name()))
                .toList();
    }

    /** Whether it is about later versions of projections that a node has. */
    boolean isNewerThan(List<Projection> all) {
        Map<String, Integer> here = versionsOf(all);
        return versions.entrySet().stream()
                .anyMatch(wanted -> here.getOrDefault(wanted.getKey(), wanted.getValue()) < wanted.getValue());
    }

    /** Whether a node has what is to be built; of an older release, it has not. */
    boolean canBeDoneWith(List<Projection> all) {
        Map<String, Integer> here = versionsOf(all);
        return versions.entrySet().stream()
                .allMatch(wanted -> here.getOrDefault(wanted.getKey(), 0) >= wanted.getValue());
    }
}
