package io.examledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the signal when another node appends ({@code LISTEN}), and now and then without being told, for the time in
 * which the listening connection was broken. Keeps one connection, which must not come through a pooler that shares
 * sessions.
 */
public final class PostgresLogListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresLogListener.class);

    private static final long NANOS_IN_MILLI = 1_000_000;

    private final DataSource dataSource;
    private final LogSignal signal;
    private final Duration fallback;
    private volatile boolean closed;
    private volatile @Nullable Connection listening;
    private @Nullable Thread thread;

    /**
     * @param fallback longest time between two signals
     * @throws IllegalArgumentException if that is less than a millisecond or more than a day
     */
    public PostgresLogListener(DataSource dataSource, LogSignal signal, Duration fallback) {
        if (fallback.toMillis() < 1 || fallback.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("the fallback must lie between a millisecond and a day");
        }
        this.dataSource = dataSource;
        this.signal = signal;
        this.fallback = fallback;
    }

    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("log-listener").start(this::run);
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection()) {
                listening = connection;
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    log.warn("Not listening to other nodes, will try again: {}", e.getMessage());
                    signal.raiseForOthers();
                    LockSupport.parkNanos(fallback.toNanos());
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + LogDialect.CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        signal.raiseForOthers();
        long due = System.nanoTime() + fallback.toNanos();
        while (!closed) {
            long left = Math.max(1, (due - System.nanoTime()) / NANOS_IN_MILLI);
            boolean told = ofOthers(postgres.getNotifications(Math.toIntExact(left)));
            if (told || System.nanoTime() - due >= 0) {
                due = System.nanoTime() + fallback.toNanos();
                signal.raiseForOthers();
            }
        }
    }

    /** This node's readers have been woken for its own appends already. */
    private boolean ofOthers(PGNotification[] notifications) {
        return Stream.of(notifications)
                .anyMatch(notification -> !notification.getParameter().equals(signal.node()));
    }

    /**
     * Stops listening. The connection is cut, not given back: it would go on collecting notifications, and a thread
     * that reads from it hears no interrupt.
     */
    @Override
    public synchronized void close() {
        closed = true;
        Thread ending = thread;
        if (ending == null) {
            return;
        }
        try {
            Connection connection = listening;
            if (connection != null) {
                connection.abort(Runnable::run);
            }
            ending.interrupt();
            ending.join(fallback);
        } catch (SQLException e) {
            log.debug("The listening connection was not cut in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
