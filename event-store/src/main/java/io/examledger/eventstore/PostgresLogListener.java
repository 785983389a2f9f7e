package io.examledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the signal when another node appends ({@code LISTEN}), and now and then without being told, for the time in
 * which the listening connection was broken. Keeps one connection.
 */
public final class PostgresLogListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresLogListener.class);

    private final DataSource dataSource;
    private final LogSignal signal;
    private final Duration fallback;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /** @param fallback longest time between two signals */
    public PostgresLogListener(DataSource dataSource, LogSignal signal, Duration fallback) {
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
                listen(connection);
            } catch (SQLException e) {
                if (!closed) {
                    log.warn("Not listening to other nodes, will try again: {}", e.getMessage());
                    signal.raise();
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
        signal.raise();
        while (!closed) {
            postgres.getNotifications(Math.toIntExact(fallback.toMillis()));
            signal.raise();
        }
    }

    @Override
    public synchronized void close() throws InterruptedException {
        closed = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(fallback.toMillis() * 2);
        }
    }
}
