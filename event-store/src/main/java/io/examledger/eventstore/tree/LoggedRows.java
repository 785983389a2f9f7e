package io.examledger.eventstore.tree;

import io.examledger.eventstore.LogUnavailableException;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.HashChain;
import io.examledger.eventstore.proof.LoggedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the rows of the log with all that their hashes cover. Each page on a connection of its own: nothing stays open. */
public final class LoggedRows {
    /** Before every row, also one that was put in before the first. */
    public static final long BEFORE_ALL = Long.MIN_VALUE;

    private static final String SELECT = """
            select position, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at,
              payload, metadata, hash
            from ledger.event
            """;

    /** Of no event: stands for what is stored and is none. */
    private static final Hash NO_HASH = Hash.of(HashChain.genesis());

    private final DataSource dataSource;

    public LoggedRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * In the order of their positions.
     *
     * @param position exclusive
     * @param to inclusive
     * @throws LogUnavailableException if the log cannot be read
     */
    public List<LoggedEvent> after(long position, long to, int limit) {
        return query(SELECT + "where position > ? and position <= ? order by position limit ?", select -> {
            select.setLong(1, position);
            select.setLong(2, to);
            select.setInt(3, limit);
        });
    }

    public Optional<LoggedEvent> at(long position) {
        return query(SELECT + "where position = ?", select -> select.setLong(1, position)).stream()
                .findFirst();
    }

    public Optional<LoggedEvent> byId(UUID eventId) {
        return query(SELECT + "where event_id = ?", select -> select.setObject(1, eventId)).stream()
                .findFirst();
    }

    /** Empty if the log is. */
    public Optional<LoggedEvent> last() {
        return query(SELECT + "order by position desc limit 1", select -> {}).stream()
                .findFirst();
    }

    private List<LoggedEvent> query(String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            List<LoggedEvent> events = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be read", e, true);
        }
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getString(10),
                hash(row.getBytes(11)));
    }

    static Hash hash(byte[] stored) {
        return stored.length == HashChain.genesis().length ? Hash.of(stored) : NO_HASH;
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
