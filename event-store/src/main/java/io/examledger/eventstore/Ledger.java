package io.examledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks up what was committed beside the events: who holds a claimed name, and how a request was answered. */
public final class Ledger {
    private final DataSource dataSource;

    public Ledger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Id of the aggregate that holds the name. */
    public Optional<String> holderOf(String kind, String name) {
        return find("select holder from ledger.claim where kind = ? and name = ?", kind, name, row -> row.getString(1));
    }

    /** The receipt under a caller's key. */
    public Optional<Receipted> receipt(String scope, String key) {
        return find(
                """
                select fingerprint, answer, position from ledger.receipt
                where scope = ? and idempotency_key = ?""",
                scope,
                key,
                row -> new Receipted(new Receipt(scope, key, row.getString(1), row.getBytes(2)), row.getLong(3)));
    }

    /**
     * A stored receipt.
     *
     * @param position of the last event of the command it answers
     */
    public record Receipted(Receipt receipt, long position) {}

    private <T> Optional<T> find(String sql, String first, String second, Row<T> mapping) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, first);
            select.setString(2, second);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(mapping.of(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("the ledger could not be read", e, true);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
