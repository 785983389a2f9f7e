package io.examledger.eventstore;

import io.examledger.eventstore.proof.HashChain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** The little in which the databases differ. */
public enum LogDialect {
    /**
     * One statement takes the append lock, announces the append to the readers of other nodes, saying who it is that
     * appends, and reads the head. The
     * lock is held to the end of the transaction, so positions are drawn in commit order; the head is read in a snapshot
     * that is taken after the lock was got (READ COMMITTED).
     */
    POSTGRESQL {
        @Override
        Head lockAndReadHead(Connection connection, String node) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_ANNOUNCE + READ_HEAD)) {
                statement.setString(1, node);
                statement.execute();
                statement.getMoreResults();
                statement.getMoreResults();
                try (ResultSet head = statement.getResultSet()) {
                    return Head.of(head);
                }
            }
        }

        @Override
        String sequenceBelow() {
            return "sequence < ?";
        }

        @Override
        void makeDurable(Connection connection) {
            // The commit has flushed the write-ahead log.
        }
    },

    /** A single process: the leader of the group is the only writer, and the commit alone does not reach the disk. */
    H2 {
        @Override
        Head lockAndReadHead(Connection connection, String node) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(READ_HEAD);
                    ResultSet head = statement.executeQuery()) {
                return Head.of(head);
            }
        }

        @Override
        String sequenceBelow() {
            // Given a range for the index's second column, H2 reads all of the index instead of looking the ids up.
            return "sequence + 0 < ?";
        }

        @Override
        void makeDurable(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
            connection.commit();
        }
    };

    /** Name of the PostgreSQL notification channel on which appends are announced. */
    public static final String CHANNEL = "examledger_log";

    /** "examledg" in ASCII: a key nobody else is likely to lock. */
    private static final long APPEND_LOCK = 0x6578616d6c656467L;

    /** On PostgreSQL. Its parameter is the node that appends. */
    static final String LOCK_AND_ANNOUNCE =
            "select pg_advisory_xact_lock(" + APPEND_LOCK + "); select pg_notify('" + CHANNEL + "', ?);";

    private static final String READ_HEAD =
            "select position, hash, recorded_at from ledger.event order by position desc limit 1";

    /**
     * Starts the appending transaction's exclusive part: nobody else appends until it ends.
     *
     * @param node of {@link LogSignal#node}
     */
    abstract Head lockAndReadHead(Connection connection, String node) throws SQLException;

    /** Condition for the beginning of a stream, where aggregates are looked up by a list of ids. */
    abstract String sequenceBelow();

    /** Called after the commit and before anybody is told of it. */
    abstract void makeDurable(Connection connection) throws SQLException;

    /** @throws IllegalArgumentException if the database is neither PostgreSQL nor H2 */
    public static LogDialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "postgresql" -> POSTGRESQL;
            case "h2" -> H2;
            default -> throw new IllegalArgumentException("the log runs on PostgreSQL and H2, not on " + product);
        };
    }

    /** The last row of the log. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the hash goes from one row into the next
    record Head(long position, byte[] hash, Instant recordedAt) {
        private static Head of(ResultSet row) throws SQLException {
            return row.next()
                    ? new Head(
                            row.getLong(1),
                            row.getBytes(2),
                            row.getObject(3, OffsetDateTime.class).toInstant())
                    : new Head(0, HashChain.genesis(), Instant.EPOCH);
        }
    }
}
