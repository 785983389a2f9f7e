package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of appends need: an empty log, and an appender through a connection the test may tamper with. */
abstract class AppendTest {
    private final TestDatabase.Kind kind;
    TestDatabase database;
    DataSource appends;
    final HeldCommit held = new HeldCommit();
    final LogSignal signal = new LogSignal();

    AppendTest(TestDatabase.Kind kind) {
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

    GroupAppender appender(DataSource through) {
        return new GroupAppender(new GroupCommit(
                Node.writer(through, database.dialect(), Clock.systemUTC()), Duration.ofMillis(20), signal::raise));
    }

    static Append plain(String aggregate) {
        return Node.append(aggregate, List.of(), null);
    }

    List<String> stored() {
        return database.column("select aggregate_id from ledger.event order by position");
    }

    void assertChained(int events) {
        assertThat(new ChainCheck(database.forReads()).run())
                .returns(true, ChainCheck.Result::intact)
                .returns((long) events, ChainCheck.Result::events);
    }
}
