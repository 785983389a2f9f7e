package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, a node that finds the log as it left it appends in one round trip, and everything else is as before. */
class OneTripTest extends AppendTest {
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Interception listening = new Interception() {
        @Override
        public void beforePrepare(Connection connection, String sql) {
            statements.add(sql);
        }

        @Override
        public void beforeCommit(Connection connection) {
            statements.add("commit");
        }
    };

    OneTripTest() {
        super(TestDatabase.Kind.POSTGRESQL);
    }

    private static Receipt receipt(String key) {
        return new Receipt("caller", key, "fingerprint", key.getBytes(StandardCharsets.UTF_8));
    }

    /** One that has found the log as it left it. */
    private GroupAppender undisturbed() {
        GroupAppender appender = appender(listening.of(appends));
        appender.append(plain("first"));
        appender.append(plain("second"));
        statements.clear();
        return appender;
    }

    private void assertOneTrip() {
        assertThat(statements).singleElement().asString().contains("pg_advisory_xact_lock", "unnest");
    }

    private void assertTheLongWay() {
        assertThat(statements).endsWith("commit");
        statements.clear();
    }

    @Test
    void claims_events_and_receipts_go_in_one_statement() {
        GroupAppender appender = undisturbed();

        long position = appender.append(Node.append("a", List.of(new Claim("email", "digest", "a")), receipt("1")));

        assertOneTrip();
        assertThat(position).isEqualTo(3);
        Ledger ledger = new Ledger(database.forReads());
        assertThat(ledger.holderOf("email", "digest")).hasValue("a");
        assertThat(ledger.receipt("caller", "1"))
                .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(3));
        assertThat(stored()).containsExactly("first", "second", "a");
        assertChained(3);
    }

    /** Often enough for the driver to have prepared and described the statements on the server. */
    @Test
    void all_rows_of_an_append_are_of_one_transaction() {
        GroupAppender appender = undisturbed();
        int times = 20;

        for (int i = 0; i < times; i++) {
            String id = "a" + i;
            appender.append(Node.append(id, List.of(new Claim("email", id, id)), receipt(id)));
        }

        assertThat(statements).hasSize(times);
        assertThat(database.column("""
                        select aggregate_id from ledger.event
                        join ledger.claim on claim.holder = event.aggregate_id and claim.xmin = event.xmin
                        join ledger.receipt on receipt.position = event.position and receipt.xmin = event.xmin""")).hasSize(times);
        assertChained(times + 2);
    }

    @Test
    void so_does_a_receipt_alone() {
        GroupAppender appender = undisturbed();

        assertThat(appender.append(new Append(List.of(), List.of(), receipt("refusal"))))
                .isEqualTo(2);

        assertOneTrip();
        assertThat(new Ledger(database.forReads()).receipt("caller", "refusal")).isPresent();
    }

    @Test
    void rows_are_stored_to_the_letter_whatever_their_text() {
        GroupAppender appender = undisturbed();
        String odd = "{\"text\":\"\\\\ \\\" {a,b} ' NULL ü 漢 \uD83D\uDE00\"}";
        NewEvent event = new NewEvent(UUID.randomUUID(), "Note", "{odd},\"'\\", 0, "test.noted", "1", odd, "{}");

        appender.append(new Append(List.of(event), List.of(), null));

        assertOneTrip();
        assertThat(database.column("select payload from ledger.event where position = 3"))
                .containsExactly(odd);
        assertThat(stored()).endsWith("{odd},\"'\\");
        assertChained(3);
    }

    @Test
    void after_another_node_has_appended_it_looks_where_the_log_ends_and_trusts_itself_again_later() {
        GroupAppender appender = undisturbed();
        appender(database.forAppends(AppendLimits.DEFAULT)).append(plain("other"));

        assertThat(appender.append(plain("a"))).isEqualTo(4);
        assertTheLongWay();
        assertThat(appender.append(plain("b"))).isEqualTo(5);
        assertTheLongWay();
        assertThat(appender.append(plain("c"))).isEqualTo(6);
        assertOneTrip();

        assertThat(stored()).containsExactly("first", "second", "other", "a", "b", "c");
        assertChained(6);
    }

    /** Its rows have their time already; it takes another one under the lock. */
    @Test
    void it_does_not_wait_for_the_lock_for_long() throws SQLException {
        GroupAppender appender = undisturbed();
        Caller caller;
        try (Connection lock = database.named("lock").getConnection()) {
            holdTheAppendLock(lock);
            caller = Caller.start("caller", () -> appender.append(plain("a")));
            Await.until("the caller waits the long way", () -> statements.size() > 1);
            lock.rollback();
        }

        assertThat(caller.failure()).isNull();
        assertTheLongWay();
        assertThat(stored()).containsExactly("first", "second", "a");
        assertChained(3);
    }

    @Test
    void a_group_that_is_sent_in_pieces_goes_the_long_way() {
        GroupAppender appender = undisturbed();
        String large = "{\"text\":\"" + "x".repeat(300_000) + "\"}";

        appender.append(new Append(
                List.of(new NewEvent(UUID.randomUUID(), "Note", "a", 0, "test.noted", "1", large, "{}")),
                List.of(),
                null));

        assertTheLongWay();
        assertChained(3);
    }

    @Test
    void what_another_node_has_changed_is_a_conflict() {
        GroupAppender appender = undisturbed();
        appender(database.forAppends(AppendLimits.DEFAULT)).append(plain("same"));

        assertThatThrownBy(() -> appender.append(plain("same"))).isInstanceOf(ConcurrencyException.class);
        assertChained(3);
    }

    /** As after a switch to a standby that had not got everything. */
    @Test
    void a_log_that_ends_earlier_than_this_node_knows_gets_no_hole() {
        GroupAppender appender = undisturbed();
        database.execute("delete from ledger.event where position = 2");

        assertThat(appender.append(plain("a"))).isEqualTo(2);

        assertThat(stored()).containsExactly("first", "a");
        assertChained(2);
    }

    @Test
    void a_guilty_member_fails_alone_and_nothing_of_it_is_stored() throws SQLException {
        GroupAppender appender = undisturbed();
        List<Append> group = List.of(
                Node.append("a", List.of(new Claim("email", "x", "a")), receipt("1")),
                Node.append("b", List.of(new Claim("email", "b", "b")), receipt("1")),
                plain("c"),
                Node.append("d", List.of(new Claim("email", "x", "d")), null),
                plain("x".repeat(161)),
                plain("first"),
                plain("e"));
        List<Caller> callers = new ArrayList<>();
        try (Connection lock = database.named("lock").getConnection()) {
            holdTheAppendLock(lock);
            callers.add(Caller.start("leader", () -> appender.append(plain("leader"))));
            Await.until("the leader waits for the lock", () -> waiting().equals(List.of("1")));
            for (Append append : group) {
                Caller caller = Caller.start("member " + callers.size(), () -> appender.append(append));
                Await.enqueued(caller.thread());
                callers.add(caller);
            }
            lock.rollback();
        }

        List<Class<?>> failures = IntStream.range(0, callers.size())
                .<Class<?>>mapToObj(i -> {
                    Throwable failure = callers.get(i).failure();
                    return failure == null ? String.class : failure.getClass();
                })
                .toList();
        Class<?> stored = String.class;
        assertThat(failures)
                .containsExactly(
                        stored,
                        stored,
                        ReceiptExistsException.class,
                        stored,
                        ClaimTakenException.class,
                        IllegalArgumentException.class,
                        ConcurrencyException.class,
                        stored);
        assertThat(stored()).containsExactly("first", "second", "leader", "a", "c", "e");
        assertThat(new Ledger(database.forReads()).holderOf("email", "b")).isEmpty();
        assertChained(6);
    }

    @Test
    void who_cannot_get_the_lock_is_told_that_nothing_was_stored() throws SQLException {
        AppendLimits impatient = new AppendLimits(Duration.ofMillis(200), Duration.ofMillis(100));
        GroupAppender appender = appender(listening.of(database.forAppends(impatient)));
        appender.append(plain("first"));
        appender.append(plain("second"));
        statements.clear();
        try (Connection lock = database.named("lock").getConnection()) {
            holdTheAppendLock(lock);

            assertThatThrownBy(() -> appender.append(plain("a"))).isInstanceOf(LogUnavailableException.class);
            assertThat(statements).first().asString().contains("unnest");
            lock.rollback();
        }

        assertThat(appender.append(plain("a"))).isEqualTo(3);
        assertThat(stored()).containsExactly("first", "second", "a");
    }

    @Test
    void a_backend_that_is_ended_meanwhile_costs_the_caller_nothing() throws SQLException {
        GroupAppender appender = undisturbed();
        Caller caller;
        try (Connection lock = database.named("lock").getConnection()) {
            holdTheAppendLock(lock);
            caller = Caller.start("caller", () -> appender.append(plain("a")));
            Await.until("the caller waits for the lock", () -> waiting().equals(List.of("1")));
            database.execute("""
                    select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = pg_locks.database
                    where datname = current_database() and locktype = 'advisory' and not granted""");
            Await.until("the caller asks what became of it", () -> statements.size() > 1);
            lock.rollback();
        }

        assertThat(caller.failure()).isNull();
        assertThat(stored()).containsExactly("first", "second", "a");
        assertChained(3);
    }

    private List<String> waiting() {
        return database.column("""
                select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
                where datname = current_database() and locktype = 'advisory' and not granted""");
    }

    private static void holdTheAppendLock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LogDialect.LOCK_AND_ANNOUNCE.replace("?", "'test'"));
        }
    }
}
