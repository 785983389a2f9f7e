package io.examledger.query;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. Pages follow the position of the rows, not their number: rows that appear meanwhile
 * neither repeat nor hide others.
 *
 * @param before positions below this one
 */
public record PageRequest(int limit, long before) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    /** @throws BadQuery if the limit is no number from 1 to 500, or the cursor is not one that was given out */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(limitOf(limit), cursor == null ? Long.MAX_VALUE : positionOf(cursor));
    }

    private static int limitOf(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        }
        throw new BadQuery("limit", "a whole number from 1 to " + MAX_LIMIT);
    }

    private static long positionOf(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == Long.BYTES) {
                long position = ByteBuffer.wrap(bytes).getLong();
                if (position > 0) {
                    return position;
                }
            }
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
        throw badCursor();
    }

    private static BadQuery badCursor() {
        return new BadQuery("cursor", "not a cursor of this list: use the nextCursor of the page before");
    }

    /** For a list that goes from the oldest to the newest: positions above this one. */
    public long after() {
        return before == Long.MAX_VALUE ? 0 : before;
    }

    static String cursorAfter(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(Long.BYTES).putLong(position).array());
    }

    /** How many rows to read: one more than is shown tells whether there is another page. */
    public int rows() {
        return limit + 1;
    }
}
