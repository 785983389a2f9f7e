package io.examledger.eventstore;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;

/** The rows of a group: one batch for each table. Which table refuses a row tells what the conflict is. */
final class LogRows {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String BAD_DATA = "22";
    private static final String CONSTRAINT = "23";

    private LogRows() {}

    static void insertClaims(Connection connection, List<Append> group) throws SQLException {
        if (group.stream().allMatch(append -> append.claims().isEmpty())) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ledger.claim (kind, name, holder) values (?, ?, ?)")) {
            for (Append append : group) {
                for (Claim claim : append.claims()) {
                    insert.setString(1, claim.kind());
                    insert.setString(2, claim.name());
                    insert.setString(3, claim.holder());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw meaning(e, "claim_unique", ClaimTakenException::new);
        }
    }

    static void insertEvents(Connection connection, Chained rows) throws SQLException {
        if (rows.events().isEmpty()) {
            return;
        }
        OffsetDateTime timestamp = rows.recordedAt().atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into ledger.event (position, event_id, aggregate_type, aggregate_id, sequence, type, revision,
                  recorded_at, payload, metadata, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (int i = 0; i < rows.events().size(); i++) {
                NewEvent event = rows.events().get(i);
                insert.setLong(1, rows.before().position() + i + 1);
                insert.setObject(2, event.id());
                insert.setString(3, event.aggregateType());
                insert.setString(4, event.aggregateId());
                insert.setLong(5, event.sequence());
                insert.setString(6, event.type());
                insert.setString(7, event.revision());
                insert.setObject(8, timestamp);
                insert.setString(9, event.payload());
                insert.setString(10, event.metadata());
                insert.setBytes(11, rows.hashes().get(i).bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw meaning(
                    e,
                    "event_stream_unique",
                    cause -> new ConcurrencyException("another command changed the same aggregate", cause));
        }
    }

    static void insertReceipts(Connection connection, Chained rows) throws SQLException {
        List<Append> group = rows.group();
        if (group.stream().allMatch(append -> append.receipt() == null)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into ledger.receipt (scope, idempotency_key, fingerprint, answer, position, recorded_at)
                values (?, ?, ?, ?, ?, ?)""")) {
            long[] positions = rows.positions();
            for (int i = 0; i < positions.length; i++) {
                Receipt receipt = group.get(i).receipt();
                if (receipt != null) {
                    insert.setString(1, receipt.scope());
                    insert.setString(2, receipt.key());
                    insert.setString(3, receipt.fingerprint());
                    insert.setBytes(4, receipt.answer());
                    insert.setLong(5, positions[i]);
                    insert.setObject(6, rows.recordedAt().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw meaning(e, "receipt_unique", ReceiptExistsException::new);
        }
    }

    /** Position of the append's last event, or of its receipt, if it is stored. */
    static OptionalLong positionOf(Connection connection, Append append) throws SQLException {
        if (!append.events().isEmpty()) {
            try (PreparedStatement select =
                    connection.prepareStatement("select position from ledger.event where event_id = ?")) {
                select.setObject(1, append.events().getLast().id());
                return position(select);
            }
        }
        Receipt receipt = requireNonNull(append.receipt());
        try (PreparedStatement select = connection.prepareStatement("""
                select position from ledger.receipt
                where scope = ? and idempotency_key = ? and answer = ?""")) {
            select.setString(1, receipt.scope());
            select.setString(2, receipt.key());
            select.setBytes(3, receipt.answer());
            return position(select);
        }
    }

    private static OptionalLong position(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Both databases name the violated constraint in the message, in every language. */
    private static RuntimeException meaning(
            SQLException e, String unique, Function<SQLException, RuntimeException> violated) throws SQLException {
        String state = String.valueOf(e.getSQLState());
        if (UNIQUE_VIOLATION.equals(state)
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(unique)) {
            return violated.apply(e);
        }
        if (state.startsWith(BAD_DATA) || state.startsWith(CONSTRAINT)) {
            return new IllegalArgumentException("the log does not take a value of the append", e);
        }
        throw e;
    }
}
