package io.examledger.query.projection;

import java.util.List;
import java.util.Optional;

/**
 * Folds events into the rows of a read model. A pure function of the events: no clock, no randomness, nothing looked up
 * elsewhere, so that a rebuild gives the same rows (AUD-3). The runner sees to it that each event comes once, in order.
 */
public interface Projection {
    /** Kebab case; a migration makes the rows of {@code read_model.projection} and {@code read_model.token} under it. */
    String name();

    /**
     * Counted from 1. Raised with every change that gives other rows of the same events, and with every column that is new:
     * rows of an earlier version are served until new ones have been built beside them (ADR 0021).
     */
    default int version() {
        return 1;
    }

    /** What it writes, without the schema, a table before those whose rows depend on it. Nobody else writes there. */
    List<String> tables();

    /** Those of its tables that rows are only added to, so that a rebuild looks nothing up in them. */
    default List<String> growingTables() {
        return List.of();
    }

    /**
     * What must stay in order: when an event cannot be applied, later events of the same sequence wait behind it and
     * all others go on.
     *
     * @return empty if the projection is not interested in the event
     */
    Optional<String> sequenceOf(Object payload);

    /** Folds the events, in the order of the log, and writes the outcome set by set. All are of interest. */
    void project(List<RecordedEvent> events, ReadModelWriter rows);
}
