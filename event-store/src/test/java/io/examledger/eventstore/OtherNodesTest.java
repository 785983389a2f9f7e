package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers hear of what other nodes append. */
class OtherNodesTest {
    private TestDatabase database;
    private Node reading;
    private Node writing;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL, directory);
        reading = new Node(database);
        writing = new Node(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void awaitListening() {
        Await.until("a session listens", () -> database.column("""
                        select 1 from pg_stat_activity
                        where datname = current_database() and application_name = 'listener' and query like 'listen%'""").equals(List.of("1")));
    }

    @Test
    void an_append_of_another_node_wakes_the_readers_long_before_the_fallback() {
        try (PostgresLogListener listener =
                        new PostgresLogListener(database.named("listener"), reading.signal, Duration.ofHours(1));
                TrackingEventStream stream = reading.store.openStream(null)) {
            listener.start();
            awaitListening();
            for (int sequence = 0; sequence < 5; sequence++) {
                Caller reader = Caller.start("reader", () -> {
                    stream.hasNextAvailable(1, TimeUnit.HOURS);
                    return Node.text(stream.nextAvailable());
                });
                writing.append("a", sequence);
                assertThat(reader.result()).isEqualTo("a#" + sequence);
            }
        }
    }

    @Test
    void a_broken_listener_polls_and_comes_back() {
        AtomicBoolean refused = new AtomicBoolean();
        DataSource sometimes = new Interception() {
            @Override
            public void beforeConnect() throws SQLException {
                if (refused.get()) {
                    throw new SQLException("no connections now");
                }
            }
        }.of(database.named("listener"));
        try (PostgresLogListener listener = new PostgresLogListener(sometimes, reading.signal, Duration.ofMillis(50));
                TrackingEventStream stream = reading.store.openStream(null)) {
            listener.start();
            awaitListening();
            refused.set(true);
            PostgresServer.terminate(database.name(), "listener");
            Await.until("nobody listens", () -> database.column("""
                            select 1 from pg_stat_activity where datname = current_database() and application_name = 'listener'""").isEmpty());

            Caller reader = Caller.start("reader", () -> {
                stream.hasNextAvailable(1, TimeUnit.HOURS);
                return Node.text(stream.nextAvailable());
            });
            writing.append("a", 0);
            assertThat(reader.result()).as("found by polling").isEqualTo("a#0");

            refused.set(false);
            awaitListening();
        }
    }

    @Test
    void a_closed_listener_ends_at_once_and_gives_its_session_up() {
        PostgresLogListener listener =
                new PostgresLogListener(database.named("listener"), reading.signal, Duration.ofHours(1));
        listener.start();
        awaitListening();

        assertThat(Caller.start("closing", listener::close).failure()).isNull();

        Await.until("the session is gone", () -> database.column("""
                        select 1 from pg_stat_activity where datname = current_database() and query like 'listen%'""").isEmpty());
    }
}
