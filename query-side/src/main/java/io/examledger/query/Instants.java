package io.examledger.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants in columns of type {@code timestamp(6) with time zone}: both databases take and give them as UTC offset times. */
public final class Instants {
    private Instants() {}

    /** Cut to microseconds here, because one database would round and the other cut. */
    public static @Nullable OffsetDateTime toColumn(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    public static @Nullable Instant fromColumn(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** @throws IllegalStateException if the column is empty, which its table rules out */
    public static Instant required(ResultSet row, String column) throws SQLException {
        Instant instant = fromColumn(row, column);
        if (instant == null) {
            throw new IllegalStateException(column + " is empty");
        }
        return instant;
    }
}
