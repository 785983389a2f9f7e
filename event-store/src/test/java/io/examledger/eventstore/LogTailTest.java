package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class LogTailTest {
    private final TestDatabase.Kind kind;
    private final AtomicInteger selects = new AtomicInteger();
    private TestDatabase database;
    private Node node;

    LogTailTest(TestDatabase.Kind kind) {
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

    private static List<String> available(TrackingEventStream stream) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            texts.add(Node.text(stream.nextAvailable()));
        }
        return texts;
    }

    @Test
    void a_reader_at_the_end_gets_what_this_node_stores_without_asking_the_database() throws InterruptedException {
        node.append("a", 0);
        try (TrackingEventStream one = node.store.openStream(node.engine.createHeadToken());
                TrackingEventStream two = node.store.openStream(node.engine.createHeadToken())) {
            assertThat(available(one)).isEmpty();
            assertThat(available(two)).isEmpty();
            selects.set(0);

            node.append("a", 1);
            node.append("b", 0);

            assertThat(available(one)).containsExactly("a#1", "b#0");
            assertThat(available(two)).containsExactly("a#1", "b#0");
            assertThat(selects).hasValue(0);
        }
    }

    @Test
    void what_comes_from_the_tail_is_what_the_database_gives() {
        node.append("a", 0);
        List<TrackedEventMessage<?>> fresh = node.engine.tail().after(0);
        TrackedEventMessage<?> read =
                node.engine.readEvents(null, false).findFirst().orElseThrow();

        assertThat(fresh).singleElement().satisfies(event -> {
            assertThat(event.trackingToken()).isEqualTo(read.trackingToken());
            assertThat(event.getIdentifier()).isEqualTo(read.getIdentifier());
            assertThat(event.getTimestamp()).isEqualTo(read.getTimestamp());
            assertThat((Object) event.getPayload()).isEqualTo(read.getPayload());
            assertThat(event.getMetaData()).isEqualTo(read.getMetaData());
            assertThat(event.getClass()).isEqualTo(read.getClass());
        });
    }

    @Test
    void what_another_node_stored_in_between_is_asked_for() throws InterruptedException {
        Node other = new Node(database);
        try (TrackingEventStream stream = node.store.openStream(null)) {
            node.append("a", 0);
            assertThat(available(stream)).containsExactly("a#0");

            other.append("b", 0);
            node.append("a", 1);

            assertThat(available(stream)).containsExactly("b#0", "a#1");
        }
    }

    @Test
    void what_another_node_stored_behind_the_tail_is_found_when_it_is_announced() throws InterruptedException {
        Node other = new Node(database);
        try (TrackingEventStream stream = node.store.openStream(null)) {
            node.append("a", 0);
            assertThat(available(stream)).containsExactly("a#0");
            other.append("b", 0);

            node.signal.raiseForOthers();

            assertThat(stream.hasNextAvailable(1, TimeUnit.HOURS)).isTrue();
            assertThat(available(stream)).containsExactly("b#0");
        }
    }

    @Test
    void what_was_announced_before_the_reader_looked_is_not_hidden_by_the_tail() throws InterruptedException {
        Node other = new Node(database);
        try (TrackingEventStream stream = node.store.openStream(null)) {
            assertThat(available(stream)).isEmpty();
            node.append("a", 0);
            other.append("b", 0);
            node.signal.raiseForOthers();

            assertThat(available(stream)).containsExactly("a#0", "b#0");
        }
    }

    @Test
    void a_reader_far_behind_gets_everything_once() throws InterruptedException {
        for (int sequence = 0; sequence < 30; sequence++) {
            node.append("a", sequence);
        }
        try (TrackingEventStream stream = new Node(database).store.openStream(null);
                TrackingEventStream here = node.store.openStream(null)) {
            assertThat(available(here)).hasSize(30).isEqualTo(available(stream));
        }
    }

    @Test
    void old_events_leave_the_tail_and_the_rest_stays_without_a_hole() {
        LogTail tail = new LogTail(rows -> EventUtils.upcastAndDeserializeTrackedEvents(
                        rows, new EventJsonSerializer(Node.TYPES), NoOpEventUpcaster.INSTANCE)
                .toList());
        for (int stretch = 0; stretch < 30; stretch++) {
            tail.add(stretch * 1_000L, events(1_000), Instant.EPOCH);
        }

        assertThat(tail.after(0)).isEmpty();
        assertThat(tail.after(19_999)).isEmpty();
        assertThat(tail.after(20_000)).hasSize(10_000);
        assertThat(tail.after(29_999))
                .singleElement()
                .satisfies(event -> assertThat(Node.position(event)).isEqualTo(30_000));
        assertThat(tail.after(30_000)).isEmpty();
    }

    private static List<NewEvent> events(int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int sequence = 0; sequence < count; sequence++) {
            events.add(new NewEvent(UUID.randomUUID(), "Note", "a", sequence, "test.noted", "1", "{}", "{}"));
        }
        return events;
    }
}
