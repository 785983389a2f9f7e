package io.examledger.benchmarks.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What the database itself can do: every column of every event, read over JDBC and thrown away. */
final class LogScan {
    private static final int FETCH_SIZE = 2_000;
    private static final double NANOS = 1e9;

    private LogScan() {}

    /** @return events for each second */
    static double rate(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select =
                    connection.prepareStatement("select * from ledger.event order by position")) {
                select.setFetchSize(FETCH_SIZE);
                long began = System.nanoTime();
                long events = 0;
                long read = 0;
                try (ResultSet rows = select.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            read += rows.getString(column).length();
                        }
                        events++;
                    }
                }
                if (read == 0) {
                    throw new IllegalStateException("the log is empty");
                }
                return events * NANOS / (System.nanoTime() - began);
            } finally {
                connection.rollback();
            }
        }
    }
}
