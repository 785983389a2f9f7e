package io.examledger.platform.ledger;

import io.examledger.query.BadQuery;
import org.jspecify.annotations.Nullable;

/** Reads positions in the log that were given as parameters. */
final class Positions {
    private Positions() {}

    /** @throws BadQuery if it is no whole number within the bounds */
    static @Nullable Long given(String field, @Nullable String given, long least, long most) {
        if (given == null) {
            return null;
        }
        if (given.matches("[0-9]{1,18}")) {
            long position = Long.parseLong(given);
            if (position >= least && position <= most) {
                return position;
            }
        }
        throw new BadQuery(field, "a whole number from " + least + " to " + most);
    }
}
