package io.examledger.eventstore;

import static java.util.Objects.requireNonNull;

import io.examledger.eventstore.LogDialect.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;

/** Writes a group of appends in one transaction: lock, head, claims, receipts, events, commit. */
final class LogWriter {
    private final DataSource dataSource;
    private final LogDialect dialect;
    private final Clock clock;

    /** @param clock stamps the events; the log never goes back in time, whatever the clock does */
    LogWriter(DataSource dataSource, LogDialect dialect, Clock clock) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.clock = clock;
    }

    /**
     * Stores all or nothing.
     *
     * @return the position of each append's last event, or the one before it where an append has none
     * @throws ConcurrencyException an event of that aggregate and sequence exists
     * @throws ClaimTakenException a claimed name is taken
     * @throws ReceiptExistsException an idempotency key has been used
     * @throws BrokenCommitException the commit was sent and not confirmed
     * @throws LogUnavailableException anything else the database said
     */
    long[] write(List<Append> group) {
        try (Connection connection = connect()) {
            long[] positions;
            try {
                positions = insert(connection, group);
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
            commit(connection);
            return positions;
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be written", e, false);
        }
    }

    private Connection connect() {
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new LogUnavailableException("there is no connection to the log", e, true);
        }
    }

    private long[] insert(Connection connection, List<Append> group) throws SQLException {
        Head head = lock(connection);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant recordedAt = now.isBefore(head.recordedAt()) ? head.recordedAt() : now;
        LogRows.insertClaims(connection, group);
        long[] positions = LogRows.insertEvents(connection, group, head, recordedAt);
        LogRows.insertReceipts(connection, group, positions, recordedAt);
        return positions;
    }

    private Head lock(Connection connection) {
        try {
            return dialect.lockAndReadHead(connection);
        } catch (SQLException e) {
            throw new LogUnavailableException("the append lock could not be got", e, true);
        }
    }

    private void commit(Connection connection) {
        try {
            connection.commit();
            dialect.makeDurable(connection);
        } catch (SQLException e) {
            throw new BrokenCommitException(e);
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Asks what became of a group whose commit broke. Waits for the append lock first: while somebody's transaction
     * holds it, that may be the broken one, still committing.
     *
     * @return the positions as {@link #write} would have answered; empty if nothing was stored
     * @throws LogUnavailableException if the log cannot be asked now
     */
    long[] positionsIfStored(List<Append> group) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            dialect.lockAndReadHead(connection);
            long[] positions = new long[group.size()];
            for (int i = 0; i < positions.length; i++) {
                OptionalLong position = positionOf(connection, group.get(i));
                if (position.isEmpty()) {
                    return new long[0];
                }
                positions[i] = position.getAsLong();
            }
            return positions;
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be asked", e, true);
        }
    }

    private static OptionalLong positionOf(Connection connection, Append append) throws SQLException {
        if (!append.events().isEmpty()) {
            try (PreparedStatement select =
                    connection.prepareStatement("select position from ledger.event where event_id = ?")) {
                select.setObject(1, append.events().getLast().id());
                return position(select);
            }
        }
        Receipt receipt = requireNonNull(append.receipt());
        try (PreparedStatement select = connection.prepareStatement("""
                select position from ledger.receipt
                where scope = ? and idempotency_key = ? and answer = ?""")) {
            select.setString(1, receipt.scope());
            select.setString(2, receipt.key());
            select.setBytes(3, receipt.answer());
            return position(select);
        }
    }

    private static OptionalLong position(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }
}
