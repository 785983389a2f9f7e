package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.eventstore.CuttingProxy.Cut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A commit is sent and no answer comes back: what is told to the caller must be what happened. */
class AmbiguousCommitTest {
    private TestDatabase database;
    private CuttingProxy proxy;
    private final LogSignal signal = new LogSignal();

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL, directory);
        proxy = new CuttingProxy(PostgresServer.port());
    }

    @AfterEach
    void close() {
        proxy.close();
        database.close();
    }

    private DataSource throughTheProxy() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(TestDatabase.postgresUrl(database.name(), proxy.port()));
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
        dataSource.setApplicationName("through-the-proxy");
        return dataSource;
    }

    private GroupAppender appender(DataSource dataSource) {
        return new GroupAppender(new GroupCommit(
                Node.writer(dataSource, LogDialect.POSTGRESQL, Clock.systemUTC()),
                Duration.ofMillis(10),
                signal::raise));
    }

    /** @param count 2, and it has found the log as it left it */
    private GroupAppender appenderAfter(int count) {
        GroupAppender appender = appender(throughTheProxy());
        for (int i = 1; i <= count; i++) {
            appender.append(request(String.valueOf(i), String.valueOf(i)));
        }
        return appender;
    }

    private void assertStored(String... aggregates) {
        assertThat(database.column("select aggregate_id from ledger.event order by position"))
                .containsExactly(aggregates);
        assertThat(new ChainCheck(database.forReads()).run().intact()).isTrue();
    }

    private static Append request(String aggregate, String key) {
        return Node.append(
                aggregate,
                List.of(),
                new Receipt("caller", key, "fingerprint", aggregate.getBytes(StandardCharsets.UTF_8)));
    }

    /** After two appends it goes in one trip: there is nothing between the rows and the commit. */
    @ParameterizedTest
    @CsvSource({"BEFORE_THE_COMMIT, 1", "BEFORE_THE_ANSWER, 1", "BEFORE_THE_COMMIT, 2", "BEFORE_THE_ANSWER, 2"})
    void an_append_whose_commit_was_not_answered_is_stored_once_and_acknowledged(Cut cut, int before) {
        GroupAppender appender = appenderAfter(before);

        proxy.cutNextCommit(cut);
        long position = appender.append(request("cut", "cut"));
        appender.append(request("after", "after"));

        assertThat(proxy.hasCut()).isTrue();
        assertThat(position).isEqualTo(before + 1);
        assertStored(Stream.of("1", "2", "cut", "after")
                .filter(name -> before == 2 || !name.equals("2"))
                .toArray(String[]::new));
    }

    /** Who asks gets the lock before the message does. */
    @Test
    void an_append_in_one_trip_that_arrives_after_it_was_asked_for_is_stored_once() {
        GroupAppender appender = appenderAfter(2);
        proxy.cutNextCommit(Cut.AND_LET_THROUGH_LATER);

        long position = appender.append(request("late", "late"));
        proxy.letThrough();
        Await.until(
                "the late message has been answered", () -> database.column("""
                        select state from pg_stat_activity
                        where datname = current_database() and application_name = 'through-the-proxy'""").isEmpty());

        assertThat(proxy.hasCut()).isTrue();
        assertThat(position).isEqualTo(3);
        assertStored("1", "2", "late");
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_COMMIT", "BEFORE_THE_ANSWER"})
    void a_receipt_without_events_is_found_again_too(Cut cut) {
        GroupAppender appender = appenderAfter(1);

        proxy.cutNextCommit(cut);
        Append refusal = new Append(List.of(), List.of(), new Receipt("caller", "2", "fingerprint", new byte[] {7}));

        assertThat(appender.append(refusal)).isEqualTo(1);
        assertThat(new Ledger(database.forReads()).receipt("caller", "2")).isPresent();
    }

    @Test
    void while_the_log_cannot_be_asked_the_outcome_is_unknown_and_a_repeat_finds_out() {
        GroupAppender appender = appenderAfter(1);
        long signals = signal.count();
        proxy.cutNextCommit(Cut.BEFORE_THE_ANSWER_AND_FOR_GOOD);

        assertThatThrownBy(() -> appender.append(request("cut", "2")))
                .isInstanceOf(AppendOutcomeUnknownException.class);
        assertThat(signal.count()).as("readers look, in case it was stored").isGreaterThan(signals);
        proxy.letThrough();

        assertThatThrownBy(() -> appender.append(request("repeat", "2"))).isInstanceOf(ReceiptExistsException.class);
        assertStored("1", "cut");
    }

    @Test
    void a_backend_ended_just_before_the_commit_costs_the_caller_nothing() {
        DataSource ended = new Interception() {
            private boolean done;

            @Override
            public void beforeCommit(Connection connection) {
                if (!done) {
                    done = true;
                    PostgresServer.terminate(database.name(), "through-the-proxy");
                }
            }
        }.of(throughTheProxy());

        assertThat(appender(ended).append(request("a", "1"))).isEqualTo(1);
        assertStored("a");
    }

    @Test
    void a_commit_that_breaks_every_time_ends_in_an_honest_failure() {
        DataSource breaking = new Interception() {
            @Override
            public void beforeCommit(Connection connection) throws SQLException {
                connection.close();
                throw new SQLException("broken");
            }
        }.of(throughTheProxy());

        assertThatThrownBy(() -> appender(breaking).append(request("a", "1")))
                .isInstanceOf(LogUnavailableException.class);
        assertStored();
    }

    @Test
    void a_lost_race_after_a_lost_commit_is_a_conflict() {
        GroupAppender other = appender(database.named("other"));
        DataSource overtaken = new Interception() {
            private boolean done;

            @Override
            public void beforeCommit(Connection connection) throws SQLException {
                if (!done) {
                    done = true;
                    connection.close();
                    other.append(request("same", "other"));
                    throw new SQLException("broken");
                }
            }
        }.of(throughTheProxy());

        assertThatThrownBy(() -> appender(overtaken).append(request("same", "mine")))
                .isInstanceOf(ConcurrencyException.class);
        assertStored("same");
    }
}
