package io.examledger.eventstore;

import io.examledger.eventstore.LogDialect.Head;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections that appends go through, as the database gives them. */
final class AppendSessions {
    private static final Logger log = LoggerFactory.getLogger(AppendSessions.class);

    /** How many dead connections are passed over: after a restart of the database a pool may hold nothing else. */
    private static final int DEAD_CONNECTIONS = 3;

    private static final int ALIVE_SECONDS = 1;

    private final DataSource dataSource;
    private final LogDialect dialect;
    private final String node;

    AppendSessions(DataSource dataSource, LogDialect dialect, String node) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.node = node;
    }

    /** A connection in a transaction that holds the append lock. */
    record Locked(Connection connection, Head head) {}

    Locked lock() {
        for (int attempt = 1; ; attempt++) {
            Connection connection = connect(false);
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

    Connection connect(boolean autoCommit) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                connection.setAutoCommit(autoCommit);
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

    static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** What happens here changes nothing about what was committed. */
    static void release(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            log.debug("A connection to the log was not given back in order", e);
        }
    }
}
