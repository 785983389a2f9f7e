package io.examledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;

/** Reads the log: some aggregates' streams, or everything after a position. One SELECT each. */
final class LogReader {
    private static final String COLUMNS =
            "position, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload, metadata";

    private final DataSource dataSource;
    private final String beginnings;

    LogReader(DataSource dataSource, LogDialect dialect) {
        this.dataSource = dataSource;
        this.beginnings = beginnings(dialect);
    }

    static String beginnings(LogDialect dialect) {
        return "select " + COLUMNS + " from ledger.event where aggregate_id = any(?) and " + dialect.sequenceBelow()
                + " order by sequence";
    }

    List<DomainEventData<String>> ofAggregate(String aggregateId, long firstSequence, int limit) {
        return query(
                "select " + COLUMNS
                        + " from ledger.event where aggregate_id = ? and sequence >= ? order by sequence limit ?",
                select -> {
                    select.setString(1, aggregateId);
                    select.setLong(2, firstSequence);
                    select.setInt(3, limit);
                },
                LogReader::event);
    }

    /** @param limit of each stream */
    Streams beginningsOf(Collection<String> aggregateIds, int limit) {
        return Streams.of(query(
                beginnings,
                select -> {
                    select.setArray(
                            1, select.getConnection().createArrayOf("varchar", aggregateIds.toArray(String[]::new)));
                    select.setLong(2, limit);
                },
                LogReader::event));
    }

    List<TrackedEventData<String>> after(long position, int limit) {
        return query(
                "select " + COLUMNS + " from ledger.event where position > ? order by position limit ?",
                select -> {
                    select.setLong(1, position);
                    select.setInt(2, limit);
                },
                LogReader::trackedEvent);
    }

    /**
     * Everything after a position. Positions have no holes, so a batch that is not full is the last, and one SELECT is enough
     * where there is little.
     */
    Stream<TrackedEventData<String>> allAfter(long position, int batch) {
        return Stream.iterate(
                        after(position, batch),
                        read -> !read.isEmpty(),
                        read -> read.size() < batch
                                ? List.of()
                                : after(Position.of(read.getLast().trackingToken()), batch))
                .flatMap(List::stream);
    }

    /** In no particular order. */
    List<TrackedEventData<String>> at(Collection<Long> positions) {
        return query(
                "select " + COLUMNS + " from ledger.event where position = any(?)",
                select -> select.setArray(1, select.getConnection().createArrayOf("bigint", positions.toArray())),
                LogReader::trackedEvent);
    }

    Optional<Long> lastSequenceOf(String aggregateId) {
        return query(
                        "select max(sequence) from ledger.event where aggregate_id = ?",
                        select -> select.setString(1, aggregateId),
                        row -> Optional.ofNullable(row.getObject(1, Long.class)))
                .getFirst();
    }

    /** 0 if the log is empty. */
    long headPosition() {
        return query("select coalesce(max(position), 0) from ledger.event", select -> {}, row -> row.getLong(1))
                .getFirst();
    }

    /**
     * The last position that was recorded at the instant or before, 0 if there is none. Recorded times never go backwards, so it
     * is searched for by halves: one look into the primary key for each time the length of the log doubles.
     */
    long lastPositionAt(Instant instant) {
        long by = 0;
        long after = headPosition() + 1;
        while (after - by > 1) {
            long middle = (by + after) >>> 1;
            if (isRecordedBy(instant, middle)) {
                by = middle;
            } else {
                after = middle;
            }
        }
        return by;
    }

    private boolean isRecordedBy(Instant instant, long position) {
        return query(
                        "select recorded_at from ledger.event where position >= ? order by position limit 1",
                        select -> select.setLong(1, position),
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .stream()
                .noneMatch(instant::isBefore);
    }

    private static TrackedEventData<String> trackedEvent(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.getLong(1)), event(row));
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(2),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getString(9),
                row.getString(10));
    }

    private <T> List<T> query(String sql, Parameters parameters, Row<T> mapping) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            List<T> result = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    result.add(mapping.of(rows));
                }
            }
            return result;
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be read", e, true);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
