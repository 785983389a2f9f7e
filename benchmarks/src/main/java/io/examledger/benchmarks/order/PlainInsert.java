package io.examledger.benchmarks.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What a program without events, rules and readers would do: the rows of an order, 1,000 codes in a transaction. */
final class PlainInsert {
    private static final int BATCH = 1_000;
    private static final double NANOS = 1e9;

    private final List<CopiedRows> tables;

    private PlainInsert(List<CopiedRows> tables) {
        this.tables = tables;
    }

    /** Of the rows that an order's codes have left in the log, the claims and the read model. */
    static PlainInsert ofOrder(DataSource system, String order) throws SQLException {
        try (Connection connection = system.getConnection()) {
            return new PlainInsert(List.of(
                    CopiedRows.of(connection, "ledger.event", "aggregate_id like ?", order + "-%"),
                    CopiedRows.of(connection, "ledger.claim", "holder like ?", order + "-%"),
                    CopiedRows.of(connection, "read_model.redeem_code", "order_id = ?", order)));
        }
    }

    /** Inserts them into a migrated, empty database and answers the seconds that took. */
    double seconds(DataSource database) throws SQLException {
        int count = tables.getFirst().count();
        if (count == 0 || tables.stream().anyMatch(table -> table.count() != count)) {
            throw new IllegalStateException("an order's codes have one row in each table");
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            for (int from = 0; from < count; from += BATCH) {
                for (CopiedRows table : tables) {
                    table.insert(connection, from, Math.min(from + BATCH, count));
                }
                connection.commit();
            }
            return (System.nanoTime() - began) / NANOS;
        }
    }
}
