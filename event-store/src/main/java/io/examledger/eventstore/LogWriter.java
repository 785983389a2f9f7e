package io.examledger.eventstore;

import io.examledger.eventstore.AppendSessions.Locked;
import io.examledger.eventstore.LogDialect.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a group of appends in one transaction: lock, head, claims, events, receipts, commit. On PostgreSQL, a node that
 * found the log as it had left it does so in one round trip from then on ({@link OneTrip}), until it finds it otherwise.
 * Called by one thread at a time.
 */
final class LogWriter {
    private static final String NOT_ASKED = "the log could not be asked";

    private final AppendSessions sessions;
    private final LogDialect dialect;
    private final Clock clock;
    private final String node;
    private final LogTail tail;

    /** The head that this node left last; another may have appended since. */
    private @Nullable Head left;

    /** Whether the last append was stored, and found the log as the one before had left it. */
    private boolean undisturbed;

    /**
     * @param clock stamps the events; the log never goes back in time, whatever the clock does
     * @param node that appends
     * @param tail told what was committed
     */
    LogWriter(DataSource dataSource, LogDialect dialect, Clock clock, String node, LogTail tail) {
        this.sessions = new AppendSessions(dataSource, dialect, node);
        this.dialect = dialect;
        this.clock = clock;
        this.node = node;
        this.tail = tail;
    }

    /**
     * Stores all or nothing.
     *
     * @return the position of each append's last event, or the one before it where an append has none
     * @throws ConcurrencyException an event of that aggregate and sequence exists
     * @throws ClaimTakenException a claimed name is taken
     * @throws ReceiptExistsException an idempotency key has been used
     * @throws IllegalArgumentException the columns do not take a value
     * @throws BrokenCommitException the commit, or all in one message, was sent and not confirmed
     * @throws LogUnavailableException anything else the database said
     */
    long[] write(List<Append> group) {
        Head before = left;
        boolean asLeft = undisturbed;
        undisturbed = false;
        if (before != null && asLeft && dialect == LogDialect.POSTGRESQL && OneTrip.isFor(group)) {
            Chained rows = Chained.after(before, group, clock);
            if (storedInOneTrip(rows)) {
                return stored(rows, true);
            }
        }
        Locked locked = sessions.lock();
        try {
            return stored(
                    store(locked, group),
                    before != null && before.position() == locked.head().position());
        } finally {
            AppendSessions.release(locked.connection());
        }
    }

    private long[] stored(Chained rows, boolean foundAsLeft) {
        left = rows.head();
        undisturbed = foundAsLeft;
        tail.add(rows.before().position(), rows.events(), rows.recordedAt());
        return rows.positions();
    }

    /** Not if another node has appended or appends, or if a row is refused: which one it is, the long way tells. */
    private boolean storedInOneTrip(Chained rows) {
        Connection connection = sessions.connect(true);
        try {
            return new OneTrip(connection, rows).store(node);
        } catch (SQLException e) {
            if (OneTrip.nothingStored(e)) {
                return false;
            }
            throw new BrokenCommitException(e, false);
        } catch (RuntimeException e) {
            throw new BrokenCommitException(e, false);
        } finally {
            AppendSessions.release(connection);
        }
    }

    /** The long way. */
    private Chained store(Locked locked, List<Append> group) {
        Chained rows = Chained.after(locked.head(), group, clock);
        insert(locked.connection(), rows);
        commit(locked.connection());
        return rows;
    }

    private static void insert(Connection connection, Chained rows) {
        try {
            LogRows.insertClaims(connection, rows.group());
            LogRows.insertEvents(connection, rows);
            LogRows.insertReceipts(connection, rows);
        } catch (SQLException e) {
            AppendSessions.rollback(connection, e);
            throw new LogUnavailableException("the log could not be written", e, false);
        } catch (RuntimeException e) {
            AppendSessions.rollback(connection, e);
            throw e;
        }
    }

    private void commit(Connection connection) {
        try {
            connection.commit();
            dialect.makeDurable(connection);
        } catch (SQLException | RuntimeException e) {
            throw new BrokenCommitException(e, true);
        }
    }

    /**
     * Stores a group whose commit was not answered, unless it is stored. It is asked and written under one lock: a message that
     * is still on its way finds that the log ends elsewhere, or its rows there.
     *
     * @return as {@link #write}
     * @throws LogUnavailableException if the log cannot be asked or written now
     * @throws RuntimeException whatever else {@link #write} throws
     */
    long[] writeUnlessStored(List<Append> group) {
        tail.forget();
        Locked locked = sessions.lock();
        try {
            long[] positions = positions(locked.connection(), group);
            if (positions.length > 0) {
                makeDurable(locked.connection());
                return positions;
            }
            return stored(store(locked, group), false);
        } finally {
            AppendSessions.release(locked.connection());
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
        Connection connection = sessions.lock().connection();
        try {
            long[] positions = positions(connection, group);
            makeDurable(connection);
            return positions;
        } finally {
            AppendSessions.release(connection);
        }
    }

    private static long[] positions(Connection connection, List<Append> group) {
        try {
            long[] positions = new long[group.size()];
            for (int i = 0; i < positions.length; i++) {
                OptionalLong position = LogRows.positionOf(connection, group.get(i));
                if (position.isEmpty()) {
                    return new long[0];
                }
                positions[i] = position.getAsLong();
            }
            return positions;
        } catch (SQLException | RuntimeException e) {
            throw new LogUnavailableException(NOT_ASKED, e, true);
        }
    }

    private void makeDurable(Connection connection) {
        try {
            connection.rollback();
            dialect.makeDurable(connection);
        } catch (SQLException | RuntimeException e) {
            throw new LogUnavailableException(NOT_ASKED, e, true);
        }
    }
}
