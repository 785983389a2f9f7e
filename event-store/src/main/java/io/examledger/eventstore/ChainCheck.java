package io.examledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Recomputes the chain of the whole log. Streams: memory does not grow with the log. */
public final class ChainCheck {
    private static final int FETCH = 1_000;

    private final DataSource dataSource;

    public ChainCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What the check found.
     *
     * @param events number of events up to the fault, or of all
     * @param head hash of the last good event, in hexadecimal
     * @param faultAt first position that is missing or whose row is not what was chained
     */
    public record Result(long events, String head, Optional<Long> faultAt) {
        public boolean intact() {
            return faultAt.isEmpty();
        }
    }

    /** @throws LogUnavailableException if the log cannot be read */
    public Result run() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement("""
                    select position, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at,
                      payload, metadata, hash
                    from ledger.event order by position""")) {
                select.setFetchSize(FETCH);
                try (ResultSet row = select.executeQuery()) {
                    return follow(row);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be read", e, true);
        }
    }

    private static Result follow(ResultSet row) throws SQLException {
        long position = 0;
        byte[] hash = HashChain.GENESIS;
        while (row.next()) {
            byte[] expected = HashChain.next(
                    hash,
                    position + 1,
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getString(6),
                    row.getString(7),
                    row.getObject(8, OffsetDateTime.class).toInstant(),
                    row.getString(9),
                    row.getString(10));
            if (row.getLong(1) != position + 1 || !Arrays.equals(expected, row.getBytes(11))) {
                return result(position, hash, Optional.of(position + 1));
            }
            hash = expected;
            position++;
        }
        return result(position, hash, Optional.empty());
    }

    private static Result result(long events, byte[] head, Optional<Long> faultAt) {
        return new Result(events, HexFormat.of().formatHex(head), faultAt);
    }
}
