package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** What tests of appends in one round trip need: an appender that goes that way, and what it did. */
abstract class TripTest extends AppendTest {
    final List<String> statements = new CopyOnWriteArrayList<>();
    final Interception listening = new Interception() {
        @Override
        public void beforePrepare(Connection connection, String sql) {
            statements.add(sql);
        }

        @Override
        public void beforeCommit(Connection connection) {
            statements.add("commit");
        }
    };

    TripTest() {
        super(TestDatabase.Kind.POSTGRESQL);
    }

    static Receipt receipt(String key) {
        return new Receipt("caller", key, "fingerprint", key.getBytes(StandardCharsets.UTF_8));
    }

    /** One that has found the log as it left it. */
    GroupAppender undisturbed() {
        return undisturbed(appends);
    }

    GroupAppender undisturbed(DataSource through) {
        GroupAppender appender = appender(listening.of(through));
        appender.append(plain("first"));
        appender.append(plain("second"));
        statements.clear();
        return appender;
    }

    void assertOneTrip() {
        assertThat(statements).singleElement().asString().contains("pg_advisory_xact_lock", "unnest");
    }

    void assertTheLongWay() {
        assertThat(statements).endsWith("commit");
        statements.clear();
    }

    /** To the end of the connection's transaction. */
    Connection holdTheAppendLock() throws SQLException {
        Connection connection = database.named("lock").getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LogDialect.LOCK_AND_ANNOUNCE.replace("?", "'test'"));
        }
        return connection;
    }

    void awaitSomebodyWaitingForTheAppendLock() {
        Await.until("somebody waits for the lock", () -> database.column("""
                        select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
                        where datname = current_database() and locktype = 'advisory' and not granted""").equals(List.of("1")));
    }
}
