package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class GroupAppendTest {
    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private DataSource appends;
    private final HeldCommit held = new HeldCommit();
    private final LogSignal signal = new LogSignal();

    GroupAppendTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database = TestDatabase.create(kind, directory);
        appends = database.forAppends(AppendLimits.DEFAULT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private GroupAppender appender(DataSource through) {
        return new GroupAppender(new GroupCommit(
                new LogWriter(through, database.dialect(), Clock.systemUTC()), Duration.ofMillis(20), signal::raise));
    }

    /** Lets these appends meet in one group, in this order: a first append is held at its commit until all wait. */
    private List<Caller> inOneGroup(GroupAppender appender, List<Append> group) {
        Caller first = Caller.start("first", () -> appender.append(plain("first")));
        held.awaitReached();
        List<Caller> callers = new ArrayList<>();
        for (Append append : group) {
            Caller caller = Caller.start("member " + callers.size(), () -> appender.append(append));
            Await.enqueued(caller.thread());
            callers.add(caller);
        }
        assertThat(callers).noneMatch(Caller::returned);
        assertThat(first.returned()).isFalse();
        held.release();
        assertThat(first.failure()).isNull();
        callers.forEach(Caller::join);
        return callers;
    }

    private static Append plain(String aggregate) {
        return Node.append(aggregate, List.of(), null);
    }

    private static Receipt receipt(String key) {
        return new Receipt("caller", key, "fingerprint", key.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> stored() {
        return database.column("select aggregate_id from ledger.event order by position");
    }

    private void assertChained(int events) {
        assertThat(new ChainCheck(database.forReads()).run())
                .returns(true, ChainCheck.Result::intact)
                .returns((long) events, ChainCheck.Result::events);
    }

    private static List<@Nullable Throwable> failures(List<Caller> callers) {
        List<@Nullable Throwable> failures = new ArrayList<>();
        callers.forEach(caller -> failures.add(caller.failure()));
        return failures;
    }

    @Test
    void one_of_two_appends_of_one_sequence_wins_and_the_rest_of_the_group_is_stored() {
        List<Caller> callers = inOneGroup(
                appender(held.of(appends)),
                List.of(plain("a"), plain("twice"), plain("b"), plain("twice"), plain("c")));

        assertThat(failures(callers))
                .filteredOn(failure -> failure != null)
                .singleElement()
                .isInstanceOf(ConcurrencyException.class);
        assertThat(callers.get(3).failure()).isInstanceOf(ConcurrencyException.class);
        assertThat(stored()).containsExactly("first", "a", "twice", "b", "c");
        assertChained(5);
    }

    @Test
    void a_group_is_one_insert() {
        AtomicInteger inserts = new AtomicInteger();
        Interception counting = new Interception() {
            @Override
            public void beforeBatch(Connection connection, String sql) {
                inserts.incrementAndGet();
            }
        };

        inOneGroup(appender(counting.of(held.of(appends))), List.of(plain("a"), plain("b"), plain("c"), plain("d")));

        assertThat(inserts).hasValue(2);
        assertChained(5);
    }

    @Test
    void a_member_that_no_column_takes_fails_alone() {
        List<Caller> callers =
                inOneGroup(appender(held.of(appends)), List.of(plain("a"), plain("x".repeat(161)), plain("b")));

        assertThat(callers.get(1).failure()).isInstanceOf(IllegalArgumentException.class);
        assertThat(stored()).containsExactly("first", "a", "b");
        assertChained(3);
    }

    @Test
    void a_member_whose_claim_is_taken_fails_alone_and_stores_nothing() {
        Claim claim = new Claim("email", "digest", "a");

        List<Caller> callers = inOneGroup(
                appender(held.of(appends)),
                List.of(
                        Node.append("a", List.of(claim), null),
                        Node.append("b", List.of(new Claim("email", "digest", "b")), receipt("b")),
                        plain("c")));

        assertThat(callers.get(1).failure()).isInstanceOf(ClaimTakenException.class);
        assertThat(stored()).containsExactly("first", "a", "c");
        Ledger ledger = new Ledger(database.forReads());
        assertThat(ledger.holderOf("email", "digest")).hasValue("a");
        assertThat(ledger.receipt("caller", "b")).isEmpty();
    }

    @Test
    void a_member_whose_receipt_exists_fails_alone_and_stores_nothing() {
        List<Caller> callers = inOneGroup(
                appender(held.of(appends)),
                List.of(
                        Node.append("a", List.of(), receipt("same")),
                        Node.append("b", List.of(new Claim("email", "b", "b")), receipt("same")),
                        new Append(List.of(), List.of(), receipt("refusal"))));

        assertThat(callers.get(1).failure()).isInstanceOf(ReceiptExistsException.class);
        assertThat(stored()).containsExactly("first", "a");
        Ledger ledger = new Ledger(database.forReads());
        assertThat(ledger.receipt("caller", "same"))
                .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(2));
        assertThat(ledger.receipt("caller", "refusal"))
                .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(2));
        assertThat(ledger.holderOf("email", "b")).isEmpty();
    }

    @Test
    void a_connection_lost_while_inserting_fails_nobody_else() {
        Interception breaking = new Interception() {
            private boolean broken;

            @Override
            public void beforeBatch(Connection connection, String sql) throws SQLException {
                if (!broken && sql.contains("ledger.claim")) {
                    broken = true;
                    connection.close();
                }
            }
        };

        List<Caller> callers = inOneGroup(
                appender(breaking.of(held.of(appends))),
                List.of(plain("a"), Node.append("b", List.of(new Claim("email", "b", "b")), null), plain("c")));

        assertThat(failures(callers)).containsOnlyNulls();
        assertThat(stored()).containsExactlyInAnyOrder("first", "a", "b", "c");
        assertChained(4);
    }

    @Test
    void dead_connections_in_the_pool_are_passed_over() {
        GroupAppender appender = appender(
                new Interception() {
                    private int left = 2;

                    @Override
                    public void beforePrepare(Connection connection, String sql) throws SQLException {
                        if (left-- > 0) {
                            connection.close();
                        }
                    }
                }.of(appends));

        assertThat(appender.append(plain("a"))).isEqualTo(1);
    }

    @Test
    void a_connection_that_cannot_be_given_back_after_the_commit_does_not_undo_it() {
        GroupAppender appender = appender(
                new Interception() {
                    @Override
                    public void afterClose() throws SQLException {
                        throw new SQLException("closed badly");
                    }
                }.of(appends));

        assertThat(appender.append(plain("a"))).isEqualTo(1);
        assertThat(stored()).containsExactly("a");
    }

    @Test
    void a_reader_that_throws_when_it_is_woken_does_not_undo_the_append() {
        signal.addListener(() -> {
            throw new IllegalStateException("broken reader");
        });

        assertThat(appender(appends).append(plain("a"))).isEqualTo(1);
    }

    @Test
    void an_interrupted_caller_gets_its_append_and_keeps_the_interrupt() {
        GroupAppender appender = appender(held.of(appends));
        Caller leader = Caller.start("leader", () -> {
            Thread.currentThread().interrupt();
            return appender.append(plain("leader"));
        });
        held.awaitReached();
        Caller follower = Caller.start("follower", () -> {
            Thread.currentThread().interrupt();
            return appender.append(plain("follower"));
        });
        Await.until("the follower waits", () -> follower.thread().getState() == Thread.State.WAITING);
        held.release();

        assertThat(leader.result()).isEqualTo(1L);
        assertThat(follower.result()).isEqualTo(2L);
        assertThat(leader.interruptKept()).isTrue();
        assertThat(follower.interruptKept()).isTrue();
    }

    @Test
    void when_there_is_no_connection_everybody_is_told_that_nothing_was_stored() {
        List<Caller> callers = inOneGroup(
                appender(
                        new Interception() {
                            private int connections;

                            @Override
                            public void beforePrepare(Connection connection, String sql) throws SQLException {
                                if (sql.contains("order by position desc") && ++connections > 1) {
                                    throw new SQLException("no lock");
                                }
                            }
                        }.of(held.of(appends))),
                List.of(plain("a"), plain("b")));

        assertThat(failures(callers))
                .doesNotHaveDuplicates()
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(LogUnavailableException.class));
        assertThat(stored()).containsExactly("first");
    }

    @Test
    void events_never_go_back_in_time_whatever_the_clock_does() {
        java.time.Instant start = java.time.Instant.parse("2026-01-01T00:00:00Z");
        List<java.time.Instant> times = new ArrayList<>(List.of(start.plusSeconds(5), start, start.plusSeconds(9)));
        Clock jumping = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public java.time.Instant instant() {
                return times.removeFirst();
            }
        };
        GroupAppender appender = new GroupAppender(new GroupCommit(
                new LogWriter(appends, database.dialect(), jumping), Duration.ofMillis(20), signal::raise));
        for (String aggregate : List.of("a", "b", "c")) {
            appender.append(plain(aggregate));
        }

        assertThat(database.column("select extract(second from recorded_at)::int from ledger.event order by position"))
                .containsExactly("5", "5", "9");
        assertChained(3);
    }
}
