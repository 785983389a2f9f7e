package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class WakeUpTest {
    private final TestDatabase.Kind kind;
    private final AtomicInteger selects = new AtomicInteger();
    private TestDatabase database;
    private Node node;

    WakeUpTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database = TestDatabase.create(kind, directory);
        node = new Node(
                database.forAppends(AppendLimits.DEFAULT),
                new Interception() {
                    @Override
                    public void beforePrepare(Connection connection, String sql) {
                        selects.incrementAndGet();
                    }
                }.of(database.forReads()),
                database.dialect());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Nothing polls in this test: without the signal the reader would wait for its whole hour. */
    @Test
    void a_waiting_reader_is_woken_by_an_append() {
        try (TrackingEventStream stream = node.store.openStream(null)) {
            Caller reader = Caller.start("reader", () -> stream.hasNextAvailable(1, TimeUnit.HOURS));
            Await.until("the reader waits", () -> LockSupport.getBlocker(reader.thread()) instanceof LogStream);

            node.append("a", 0);

            assertThat(reader.result()).isEqualTo(true);
            assertThat(stream.peek()).isPresent();
        }
    }

    @Test
    void a_callback_is_called_at_each_append_until_the_stream_is_closed() {
        AtomicInteger calls = new AtomicInteger();
        TrackingEventStream stream = node.store.openStream(null);
        assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();

        node.append("a", 0);
        node.append("a", 1);
        assertThat(calls).hasValue(2);
        stream.close();
        node.append("a", 2);

        assertThat(calls).hasValue(2);
    }

    @Test
    void the_database_is_asked_once_for_each_signal_only() throws InterruptedException {
        try (TrackingEventStream stream = node.store.openStream(null)) {
            for (int look = 0; look < 10; look++) {
                assertThat(stream.hasNextAvailable()).isFalse();
            }
            assertThat(selects).hasValue(1);

            new Node(database).append("a", 0);
            node.signal.raise();
            assertThat(Node.text(stream.nextAvailable())).isEqualTo("a#0");
            assertThat(selects).hasValue(2);
        }
    }

    @Test
    void two_threads_on_one_stream_get_each_event_once() {
        Queue<Long> taken = new ConcurrentLinkedQueue<>();
        int events = 200;
        try (TrackingEventStream stream = node.store.openStream(null)) {
            List<Caller> readers = List.of(
                    Caller.start("one", () -> take(stream, taken, events / 2)),
                    Caller.start("two", () -> take(stream, taken, events / 2)));
            for (int sequence = 0; sequence < events; sequence++) {
                node.append("a", sequence);
            }
            assertThat(readers)
                    .allSatisfy(reader -> assertThat(reader.failure()).isNull());
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(Node.oneTo(events));
    }

    private static String take(TrackingEventStream stream, Queue<Long> taken, int events) throws InterruptedException {
        for (int i = 0; i < events; i++) {
            taken.add(Node.position(stream.nextAvailable()));
        }
        return "done";
    }

    @Test
    void no_signal_is_lost_between_looking_and_waiting() {
        int events = 200;
        try (TrackingEventStream stream = node.store.openStream(null)) {
            CountDownLatch all = new CountDownLatch(events);
            Caller reader = Caller.start("reader", () -> {
                for (int read = 0; read < events; read++) {
                    assertThat(stream.hasNextAvailable(1, TimeUnit.HOURS)).isTrue();
                    stream.nextAvailable();
                    all.countDown();
                }
                return "done";
            });
            for (int sequence = 0; sequence < events; sequence++) {
                node.append("a", sequence);
            }
            Await.on(all);
            assertThat(reader.failure()).isNull();
        }
    }

    @Test
    void a_live_processor_sees_each_append() {
        try (LiveReader reader = new LiveReader(node.store)) {
            for (int sequence = 0; sequence < 20; sequence++) {
                node.append("a", sequence);
                reader.awaitSeen("a#" + sequence);
            }
            assertThat(reader.seen()).hasSize(20);
        }
    }
}
