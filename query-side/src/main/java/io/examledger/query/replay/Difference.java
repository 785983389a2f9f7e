package io.examledger.query.replay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not the same in a served table and in its rebuilt one.
 *
 * @param key columns of the primary key
 * @param live values of the columns that differ, or of the whole row if it is {@link Kind#EXTRA}; of sealed values and
 *     digests a fingerprint
 * @param rebuilt the same of the rebuilt row
 * @param explainedBy the first event that the served row does not follow; null if no event makes such a row, or too many
 *     events had a part in it
 */
public record Difference(
        String table,
        Kind kind,
        Map<String, String> key,
        Map<String, @Nullable String> live,
        Map<String, @Nullable String> rebuilt,
        @Nullable Explaining explainedBy) {

    /** What is wrong with the served table. */
    public enum Kind {
        /** The row should be there and is not. */
        MISSING,
        /** The row is there and should not be. */
        EXTRA,
        /** The row has other values. */
        WRONG
    }

    /** An event by its place in the log. */
    public record Explaining(long position, String eventId) {}

    Difference explainedBy(@Nullable Explaining event) {
        return new Difference(table, kind, key, live, rebuilt, event);
    }
}
