package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** When an append in one round trip is not possible, or fails, it is stored all the same, or its caller told the truth. */
class LongWayTest extends TripTest {
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
        try (Connection lock = holdTheAppendLock()) {
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
        try (Connection lock = holdTheAppendLock()) {
            callers.add(Caller.start("leader", () -> appender.append(plain("leader"))));
            awaitSomebodyWaitingForTheAppendLock();
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
        assertThat(statements)
                .as("the leader and the group tried it in one trip")
                .filteredOn(sql -> sql.contains("unnest"))
                .hasSizeGreaterThanOrEqualTo(2);
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
        GroupAppender appender = undisturbed(database.forAppends(impatient));
        try (Connection lock = holdTheAppendLock()) {
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
        try (Connection lock = holdTheAppendLock()) {
            caller = Caller.start("caller", () -> appender.append(plain("a")));
            awaitSomebodyWaitingForTheAppendLock();
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
}
