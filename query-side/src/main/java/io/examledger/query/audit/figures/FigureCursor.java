package io.examledger.query.audit.figures;

import io.examledger.query.BadQuery;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins, and of which moment all pages are: so that they add up to the figure while everybody goes on
 * working.
 */
record FigureCursor(Instant moment, Place place) {
    private static final int LENGTH = 3 * Long.BYTES;
    /** Later instants are none that a database can compare. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    FigureCursor {
        moment = moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws BadQuery if it is not one that was given out */
    static @Nullable FigureCursor read(@Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(given);
            if (bytes.length == LENGTH) {
                ByteBuffer read = ByteBuffer.wrap(bytes);
                Instant moment = Instant.EPOCH.plus(read.getLong(), ChronoUnit.MICROS);
                Place place = new Place(read.getLong(), read.getLong());
                if (!moment.isBefore(Instant.EPOCH) && moment.isBefore(END_OF_TIME)) {
                    return new FigureCursor(moment, place);
                }
            }
        } catch (IllegalArgumentException e) {
            throw bad("not a cursor of this list: use the nextCursor of the page before");
        }
        throw bad("not a cursor of this list: use the nextCursor of the page before");
    }

    /** @throws BadQuery if the page is asked for as of another moment */
    FigureCursor requireMoment(@Nullable Instant asOf) {
        if (asOf != null && !asOf.truncatedTo(ChronoUnit.MICROS).equals(moment)) {
            throw bad("of a list as of another moment: leave asOf out, or as it was");
        }
        return this;
    }

    /** @throws BadQuery if its moment is later */
    void requireMomentUpTo(Instant latest) {
        if (moment.isAfter(latest)) {
            throw bad("of a list as of the future, of which nothing is recorded");
        }
    }

    private static BadQuery bad(String message) {
        return new BadQuery("cursor", message);
    }

    String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(LENGTH)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                        .putLong(place.group())
                        .putLong(place.within())
                        .array());
    }
}
