package io.examledger.query;

import io.examledger.query.projection.VersionedTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Of which moment a question is asked: the present, or a past one, as of which it is answered (AUD-2). */
public final class Moment {
    /** Name of the query parameter. */
    public static final String PARAMETER = "asOf";

    public static final Moment PRESENT = new Moment(null, Long.MAX_VALUE);

    private final @Nullable Instant instant;
    private final long position;

    private Moment(@Nullable Instant instant, long position) {
        this.instant = instant;
        this.position = position;
    }

    /**
     * @param instant nothing that was recorded later is in the answer
     * @param position of the last event that was recorded by then; 0 if there was none
     */
    public static Moment past(Instant instant, long position) {
        return new Moment(instant, position);
    }

    /** Nothing that was recorded later is in an answer; null for the present. */
    public @Nullable Instant instant() {
        return instant;
    }

    /** Position of the last event that was recorded by then. */
    public long position() {
        return position;
    }

    /** What to select from to get the rows as they were; an alias has to follow. */
    public String rowsOf(VersionedTable table) {
        return instant == null ? table.live() : table.asOf(instant, position);
    }

    /** The same, for questions that look at most of the rows. */
    public String allRowsOf(VersionedTable table) {
        return instant == null ? table.live() : table.allAsOf(instant, position);
    }

    /** The same of a table of which nothing is read that changes; {@code position} is that of the event that made a row. */
    public String rowsOf(String table) {
        return instant == null
                ? "read_model." + table
                : "(select * from read_model.%s where position <= %d)".formatted(table, position);
    }
}
