package io.examledger.eventstore;

import io.examledger.eventstore.LogDialect.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a group of appends in one transaction: lock, head, claims, receipts, events, commit. */
final class LogWriter {
    private static final Logger log = LoggerFactory.getLogger(LogWriter.class);

    /** How many dead connections are passed over: after a restart of the database a pool may hold nothing else. */
    private static final int DEAD_CONNECTIONS = 3;

    private static final int ALIVE_SECONDS = 1;

    private final DataSource dataSource;
    private final LogDialect dialect;
    private final Clock clock;
    private final String node;
    private final LogTail tail;

    /**
     * @param clock stamps the events; the log never goes back in time, whatever the clock does
     * @param node that appends
     * @param tail told what was committed
     */
    LogWriter(DataSource dataSource, LogDialect dialect, Clock clock, String node, LogTail tail) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.clock = clock;
        this.node = node;
        this.tail = tail;
    }

    /** A connection in a transaction that holds the append lock. */
    private record Locked(Connection connection, Head head) {}

    /**
     * Stores all or nothing.
     *
     * @return the position of each append's last event, or the one before it where an append has none
     * @throws ConcurrencyException an event of that aggregate and sequence exists
     * @throws ClaimTakenException a claimed name is taken
     * @throws ReceiptExistsException an idempotency key has been used
     * @throws IllegalArgumentException the columns do not take a value
     * @throws BrokenCommitException the commit was sent and not confirmed
     * @throws LogUnavailableException anything else the database said
     */
    long[] write(List<Append> group) {
        Locked locked = lock();
        try {
            Instant recordedAt = laterOf(clock.instant(), locked.head().recordedAt());
            long[] positions = insert(locked, group, recordedAt);
            commit(locked.connection());
            tail.add(locked.head().position(), events(group), recordedAt);
            return positions;
        } finally {
            release(locked.connection());
        }
    }

    private Locked lock() {
        for (int attempt = 1; ; attempt++) {
            Connection connection = connect();
            try {
                return new Locked(connection, dialect.lockAndReadHead(connection, node));
            } catch (SQLException e) {
                rollback(connection, e);
                boolean dead = isDead(connection);
                release(connection);
                if (!dead || attempt == DEAD_CONNECTIONS) {
                    throw new LogUnavailableException("the append lock could not be got", e, true);
                }
            }
        }
    }

    private Connection connect() {
        try {
            Connection connection = dataSource.getConnection();
            try {
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException e) {
                release(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("there is no connection to the log", e, true);
        }
    }

    private static boolean isDead(Connection connection) {
        try {
            return !connection.isValid(ALIVE_SECONDS);
        } catch (SQLException e) {
            return true;
        }
    }

    private static Instant laterOf(Instant now, Instant before) {
        Instant stored = now.truncatedTo(ChronoUnit.MICROS);
        return stored.isBefore(before) ? before : stored;
    }

    private static List<NewEvent> events(List<Append> group) {
        return group.stream().flatMap(append -> append.events().stream()).toList();
    }

    private static long[] insert(Locked locked, List<Append> group, Instant recordedAt) {
        Connection connection = locked.connection();
        try {
            LogRows.insertClaims(connection, group);
            long[] positions = LogRows.insertEvents(connection, group, locked.head(), recordedAt);
            LogRows.insertReceipts(connection, group, positions, recordedAt);
            return positions;
        } catch (SQLException e) {
            rollback(connection, e);
            throw new LogUnavailableException("the log could not be written", e, false);
        } catch (RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    private void commit(Connection connection) {
        try {
            connection.commit();
            dialect.makeDurable(connection);
        } catch (SQLException | RuntimeException e) {
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

    /** What happens here changes nothing about what was committed. */
    private static void release(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            log.debug("A connection to the log was not given back in order", e);
        }
    }

    /**
     * Asks what became of a group whose commit broke, and makes it durable if it is there. Waits for the append lock
     * first: while somebody's transaction holds it, that may be the broken one, still committing.
     *
     * @return the positions as {@link #write} would have answered; empty if nothing was stored
     * @throws LogUnavailableException if the log cannot be asked now
     */
    long[] positionsIfStored(List<Append> group) {
        tail.forget();
        Connection connection = lock().connection();
        try {
            long[] positions = new long[group.size()];
            for (int i = 0; i < positions.length; i++) {
                OptionalLong position = LogRows.positionOf(connection, group.get(i));
                if (position.isEmpty()) {
                    connection.rollback();
                    return new long[0];
                }
                positions[i] = position.getAsLong();
            }
            connection.rollback();
            dialect.makeDurable(connection);
            return positions;
        } catch (SQLException | RuntimeException e) {
            throw new LogUnavailableException("the log could not be asked", e, true);
        } finally {
            release(connection);
        }
    }
}
