package io.examledger.query.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last reconciliation found.
 *
 * @param position up to which figures and history were compared
 * @param tables whose figures overview, bills and statistics show, beside a fold
 * @param differences rows that are not what their history gives
 * @param checkedAt null before the first
 * @param sums that have to be equal, whatever the figures are
 */
public record ReconciliationView(
        Status status,
        long position,
        @Nullable Instant checkedAt,
        List<TableView> tables,
        List<Difference> differences,
        List<Sum> sums) {
    static ReconciliationView notYet() {
        return new ReconciliationView(Status.NOT_YET, 0, null, List.of(), List.of(), List.of());
    }

    /** Whether all is well. */
    public enum Status {
        /** The first is still to come. */
        NOT_YET,
        RECONCILED,
        DIFFERENT
    }

    /**
     * A sum of PLT-5, over everything.
     *
     * @param rule what has to be equal, in words
     * @param violations number of rows for which it is not
     * @param examples their keys, ten at most
     */
    public record Sum(String rule, long violations, List<String> examples) {}
}
