package io.examledger.eventstore;

import static java.util.function.Predicate.not;

import io.examledger.eventstore.proof.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.postgresql.util.PSQLException;

/**
 * PostgreSQL's append in one round trip: lock, announcement, claims, receipts and events go to the server as one message.
 * Without a transaction block around it, the server commits the whole message or nothing of it (PostgreSQL documentation,
 * "Message Flow", on pipelining), and takes the snapshot of each statement after the one before, so after the lock. The
 * driver ends a message early where an answer has no largest size, so nothing here may select a text.
 *
 * <p>The rows are numbered and chained before the lock is got, and stored on the condition that the log still ends where
 * they begin. A table takes its rows as arrays, a column each, so that the text is the same for every size of a group.
 */
final class OneTrip {
    private static final String IF_THE_HEAD_IS_THE_SAME =
            " where ? = (select hash from ledger.event order by position desc limit 1);";

    private static final int STATEMENTS_BEFORE = 3;

    private static final String CLAIMS =
            "insert into ledger.claim (kind, name, holder) select * from unnest(?, ?, ?)" + IF_THE_HEAD_IS_THE_SAME;

    private static final String RECEIPTS = """
            insert into ledger.receipt (recorded_at, position, scope, idempotency_key, fingerprint, answer)
            select ?, * from unnest(?, ?, ?, ?, ?)""" + IF_THE_HEAD_IS_THE_SAME;

    private static final String EVENTS = """
            insert into ledger.event (position, recorded_at, event_id, aggregate_type, aggregate_id, sequence, type,
              revision, payload, metadata, hash)
            select ? + number, ?, id::uuid, aggregate_type, aggregate_id, sequence, type, revision, payload, metadata, hash
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as
              event (id, aggregate_type, aggregate_id, sequence, type, revision, payload, metadata, hash, number)""" + IF_THE_HEAD_IS_THE_SAME;

    /** Since the rows have their time already, nobody waits long: that is for who takes its time under the lock. */
    private static final String WAIT_SHORTLY = "select set_config('lock_timeout', '100ms', true) is null;";

    /** Characters of payloads and metadata. The lock is held while the rest of a message is on its way. */
    private static final int LARGEST = 256 * 1024;

    /** SQLSTATEs, or beginnings of them, with which a session ends or does not know what it did. */
    private static final List<String> DOUBTFUL = List.of("08", "25P03", "25P04", "40003", "57P", "58", "XX");

    private final Connection connection;
    private final Chained rows;
    private final List<Claim> claims;
    private final List<Receipt> receipts;

    /** @param connection outside of a transaction, and in no transaction of its own ({@code autocommit}) */
    OneTrip(Connection connection, Chained rows) {
        this.connection = connection;
        this.rows = rows;
        this.claims = rows.group().stream()
                .flatMap(append -> append.claims().stream())
                .toList();
        this.receipts = rows.group().stream()
                .map(Append::receipt)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether the group is small enough: what a large one costs is not the round trips. */
    static boolean isFor(List<Append> group) {
        return group.stream()
                        .flatMap(append -> append.events().stream())
                        .mapToLong(event ->
                                event.payload().length() + event.metadata().length())
                        .sum()
                < LARGEST;
    }

    /**
     * @param node of {@link LogSignal#node}
     * @return whether the rows are stored; if not, the log ends elsewhere
     */
    boolean store(String node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text())) {
            bind(new Parameters(statement), node);
            statement.execute();
            int results = 1;
            while (results < tables() + STATEMENTS_BEFORE) {
                statement.getMoreResults();
                results++;
            }
            return statement.getUpdateCount() > 0;
        }
    }

    private int tables() {
        return (int) List.of(claims, receipts, rows.events()).stream()
                .filter(not(Collection::isEmpty))
                .count();
    }

    /** The events come last: after them, the head is another. */
    private String text() {
        return WAIT_SHORTLY
                + LogDialect.LOCK_AND_ANNOUNCE
                + (claims.isEmpty() ? "" : CLAIMS)
                + (receipts.isEmpty() ? "" : RECEIPTS)
                + (rows.events().isEmpty() ? "" : EVENTS);
    }

    private void bind(Parameters next, String node) throws SQLException {
        next.add(node);
        if (!claims.isEmpty()) {
            next.texts(claims, Claim::kind);
            next.texts(claims, Claim::name);
            next.texts(claims, Claim::holder);
            next.add(rows.before().hash());
        }
        if (!receipts.isEmpty()) {
            next.add(rows.recordedAt().atOffset(ZoneOffset.UTC));
            next.array("bigint", receiptPositions());
            next.texts(receipts, Receipt::scope);
            next.texts(receipts, Receipt::key);
            next.texts(receipts, Receipt::fingerprint);
            next.array("bytea", receipts.stream().map(Receipt::answer).toArray(byte[][]::new));
            next.add(rows.before().hash());
        }
        List<NewEvent> events = rows.events();
        if (!events.isEmpty()) {
            next.add(rows.before().position());
            next.add(rows.recordedAt().atOffset(ZoneOffset.UTC));
            next.texts(events, event -> event.id().toString());
            next.texts(events, NewEvent::aggregateType);
            next.texts(events, NewEvent::aggregateId);
            next.array("bigint", events.stream().map(NewEvent::sequence).toArray(Long[]::new));
            next.texts(events, NewEvent::type);
            next.texts(events, NewEvent::revision);
            next.texts(events, NewEvent::payload);
            next.texts(events, NewEvent::metadata);
            next.array("bytea", rows.hashes().stream().map(Hash::bytes).toArray(byte[][]::new));
            next.add(rows.before().hash());
        }
    }

    private Long[] receiptPositions() {
        long[] positions = rows.positions();
        List<Append> group = rows.group();
        return LongStream.range(0, positions.length)
                .filter(i -> group.get((int) i).receipt() != null)
                .mapToObj(i -> positions[(int) i])
                .toArray(Long[]::new);
    }

    /** Whether the server refused a statement, so that nothing of the message is stored. */
    static boolean nothingStored(SQLException e) {
        return e instanceof PSQLException refused
                && refused.getServerErrorMessage() != null
                && DOUBTFUL.stream().noneMatch(String.valueOf(e.getSQLState())::startsWith);
    }

    /** The parameters of a statement, one after the other. */
    private final class Parameters {
        private final PreparedStatement statement;
        private int set;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(Object value) throws SQLException {
            statement.setObject(++set, value);
        }

        void array(String type, Object[] values) throws SQLException {
            statement.setArray(++set, connection.createArrayOf(type, values));
        }

        <T> void texts(List<T> of, Function<T, String> text) throws SQLException {
            array("varchar", of.stream().map(text).toArray(String[]::new));
        }
    }
}
