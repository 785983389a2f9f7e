package io.examledger.query.audit.figures;

import io.examledger.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through rows, newest first, until enough of them count or one request has looked at enough: then it has found few, or
 * none, and the next one goes on there. A row as of a past moment is cheap, but no index tells which of millions were in a
 * status then.
 */
final class Walk {
    static final int CHUNK = 500;
    /** Rows that one request looks at. */
    static final int MOST_SEARCHED = 20_000;

    private final int limit;
    private final List<Row> found = new ArrayList<>();
    private int searched;
    private @Nullable Place last;
    private @Nullable Place next;

    Walk(int limit) {
        this.limit = limit;
    }

    /**
     * @param id of what may be a unit
     * @param counts whether it is one at the moment
     */
    record Row(
            String id,
            long position,
            boolean counts,
            @Nullable Money amount) {}

    /** Rows by position, downwards. */
    interface Rows {
        List<Row> before(long position, int number);
    }

    /** All rows there are, where they are sorted by nothing else. */
    void through(Place after, Rows rows) {
        through(0, after.within(), rows);
    }

    /**
     * The rows of one group.
     *
     * @return whether it can go on with the group that follows
     */
    boolean through(long group, long before, Rows rows) {
        if (searched >= MOST_SEARCHED) {
            next = new Place(group, before);
            return false;
        }
        long from = before;
        int number = Math.min(CHUNK, limit - found.size() + 1);
        while (true) {
            List<Row> chunk = rows.before(from, number);
            for (Row row : chunk) {
                if (row.counts && !add(group, row)) {
                    return false;
                }
            }
            searched += chunk.size();
            if (chunk.size() < number) {
                return true;
            }
            from = chunk.getLast().position;
            number = CHUNK;
            if (searched >= MOST_SEARCHED) {
                next = new Place(group, from);
                return false;
            }
        }
    }

    private boolean add(long group, Row row) {
        if (found.size() == limit) {
            next = last;
            return false;
        }
        found.add(row);
        last = new Place(group, row.position);
        return true;
    }

    List<Row> found() {
        return found;
    }

    /** Null if all rows have been looked at. */
    @Nullable
    Place next() {
        return next;
    }
}
