package io.examledger.benchmarks.ledger;

import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.HashChain;
import io.examledger.eventstore.proof.LoggedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** A chained log of events of one size, written without the system, and read as plainly as it can be. */
final class LongLog {
    private static final int BATCH = 1_000;
    private static final int FETCH = 1_000;
    private static final double NANOS = 1e9;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PAYLOAD = "{\"text\":\"" + "x".repeat(240) + "\"}";
    private static final String METADATA = "{\"actor\":\"" + "y".repeat(120) + "\"}";

    private final DataSource database;

    LongLog(DataSource database) {
        this.database = database;
    }

    void append(long from, long to, Hash previous) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into ledger.event (position, event_id, aggregate_type, aggregate_id, sequence, type,
                          revision, recorded_at, payload, metadata, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            connection.setAutoCommit(false);
            Hash hash = previous;
            for (long position = from; position <= to; position++) {
                LoggedEvent event = event(position, hash);
                hash = event.hashAfter(hash);
                add(insert, event, hash);
                if (position % BATCH == 0 || position == to) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static LoggedEvent event(long position, Hash placeholder) {
        return new LoggedEvent(
                position,
                new UUID(position, position),
                "Note",
                "note-" + position,
                0,
                "test.noted",
                "1",
                START.plusMillis(position),
                PAYLOAD,
                METADATA,
                placeholder);
    }

    private static void add(PreparedStatement insert, LoggedEvent event, Hash hash) throws SQLException {
        insert.setLong(1, event.position());
        insert.setObject(2, event.eventId());
        insert.setString(3, event.aggregateType());
        insert.setString(4, event.aggregateId());
        insert.setLong(5, event.sequence());
        insert.setString(6, event.type());
        insert.setString(7, event.revision());
        insert.setObject(8, event.recordedAt().atOffset(ZoneOffset.UTC));
        insert.setString(9, event.payload());
        insert.setString(10, event.metadata());
        insert.setBytes(11, hash.bytes());
        insert.addBatch();
    }

    static Hash genesis() {
        return Hash.of(HashChain.genesis());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Seconds that a plain scan of all columns takes. */
    double scan() throws SQLException {
        long began = System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement()) {
            connection.setAutoCommit(false);
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery("select * from ledger.event order by position")) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                }
            }
        }
        return (System.nanoTime() - began) / NANOS;
    }
}
