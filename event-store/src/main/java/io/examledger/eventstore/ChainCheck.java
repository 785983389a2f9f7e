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

/** Recomputes the chain of the whole log, page by page: memory does not grow with the log, and no transaction stays open. */
public final class ChainCheck {
    private static final int PAGE = 1_000;

    /** So that a row put in before the first is seen. */
    private static final long BEFORE_ALL = Long.MIN_VALUE;

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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select position, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at,
                          payload, metadata, hash
                        from ledger.event where position > ? order by position limit ?""")) {
            Link link = new Link();
            select.setInt(2, PAGE);
            long after = BEFORE_ALL;
            long checked;
            do {
                checked = link.position;
                select.setLong(1, after);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (!link.follows(rows)) {
                            return link.result(Optional.of(link.position + 1));
                        }
                    }
                }
                after = link.position;
            } while (link.position == checked + PAGE);
            return link.result(Optional.empty());
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be read", e, true);
        }
    }

    /** The last good event. */
    private static final class Link {
        private long position;
        private byte[] hash = HashChain.genesis();

        private boolean follows(ResultSet row) throws SQLException {
            byte[] expected;
            try {
                expected = HashChain.next(
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
            } catch (ArithmeticException e) {
                // A time that no clock ever showed, such as PostgreSQL's "infinity".
                return false;
            }
            if (row.getLong(1) != position + 1 || !Arrays.equals(expected, row.getBytes(11))) {
                return false;
            }
            hash = expected;
            position++;
            return true;
        }

        private Result result(Optional<Long> faultAt) {
            return new Result(position, HexFormat.of().formatHex(hash), faultAt);
        }
    }
}
