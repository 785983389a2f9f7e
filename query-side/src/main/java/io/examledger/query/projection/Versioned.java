package io.examledger.query.projection;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A projection whose rows can be asked for as they were at a past moment (AUD-2). {@link Fold} keeps what they were. */
public interface Versioned extends Projection {
    /** The tables whose rows change. All others that the projection writes only grow. */
    List<VersionedTable> versionedTables();

    /** The rows that an event makes or may change. A pure function of the event, which is of interest. */
    Stream<VersionedTable.Row> touches(Object payload);

    /**
     * By how much an event changes counters of the rows that it touches, by column, if that is all it does to them: then many such
     * events of one row are folded at once. A pure function of the event.
     *
     * @return empty if it does anything else
     */
    default Map<String, Integer> adds(Object payload) {
        return Map.of();
    }
}
