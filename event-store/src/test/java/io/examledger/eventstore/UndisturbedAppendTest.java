package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Trouble around an append that must neither undo it nor be taken for its failure. */
@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class UndisturbedAppendTest extends AppendTest {
    UndisturbedAppendTest(TestDatabase.Kind kind) {
        super(kind);
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
    void events_never_go_back_in_time_whatever_the_clock_does() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<Instant> times = new ArrayList<>(List.of(start.plusSeconds(5), start, start.plusSeconds(9)));
        Clock jumping = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return times.removeFirst();
            }
        };
        GroupAppender appender = new GroupAppender(new GroupCommit(
                Node.writer(appends, database.dialect(), jumping), Duration.ofMillis(20), signal::raise));
        for (String aggregate : List.of("a", "b", "c")) {
            appender.append(plain(aggregate));
        }

        assertThat(database.column("select extract(second from recorded_at)::int from ledger.event order by position"))
                .containsExactly("5", "5", "9");
        assertChained(3);
    }

    @Test
    void an_interrupt_that_hits_the_leader_at_work_costs_nobody_the_append() {
        GroupAppender appender = appender(
                new Interception() {
                    private int inserts;
                    private int commits;

                    @Override
                    public void beforeBatch(Connection connection, String sql) throws SQLException {
                        if (inserts++ == 0) {
                            Thread.currentThread().interrupt();
                            throw new SQLException("interrupted");
                        }
                    }

                    @Override
                    public void beforeCommit(Connection connection) throws SQLException {
                        if (commits++ == 0) {
                            Thread.currentThread().interrupt();
                            connection.close();
                            throw new SQLException("interrupted");
                        }
                    }
                }.of(appends));

        Caller caller = Caller.start("leader", () -> appender.append(plain("a")));

        assertThat(caller.result()).isEqualTo(1L);
        assertThat(caller.interruptKept()).isTrue();
        assertThat(stored()).containsExactly("a");
    }
}
