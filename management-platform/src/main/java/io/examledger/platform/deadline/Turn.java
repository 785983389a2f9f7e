package io.examledger.platform.deadline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Sees to it that one node at a time does what is due. The turn is a lock on a row, which the database lets go when the
 * node or its connection dies; on PostgreSQL also when the node falls silent. Two nodes at once would do no harm, only
 * the same work.
 */
public final class Turn {
    /** Longer than any single command takes. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final DataSource dataSource;
    private final String table;

    /** @param table that has the row, under the key {@code one_row = 1}; a constant */
    public Turn(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.table = table;
    }

    /** Work that may be told to stop, because the turn is lost. */
    public interface Work {
        void run(StillOurs turn);
    }

    /** Whether this node still has the turn. */
    public interface StillOurs {
        boolean holds();
    }

    /** @return false if another node has the turn; then nothing was done */
    public boolean take(Work work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                    statement.execute("set local idle_in_transaction_session_timeout = " + LONGEST_SILENCE.toMillis());
                }
                boolean ours = locked(statement);
                if (ours) {
                    work.run(() -> answers(statement));
                }
                return ours;
            } finally {
                end(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the turn could not be taken or given back", e);
        }
    }

    private boolean locked(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select one_row from " + table + " where one_row = 1 for update skip locked")) {
            return row.next();
        }
    }

    private static boolean answers(Statement statement) {
        try {
            statement.execute("select 1");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
