package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class GaplessLogTest {
    private static final int THREADS = 16;
    private static final int EACH = 30;

    private final TestDatabase.Kind kind;
    private TestDatabase database;

    GaplessLogTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database = TestDatabase.create(kind, directory);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** PostgreSQL may have several writing nodes, H2 has one process. */
    private List<Node> nodes() {
        return kind == TestDatabase.Kind.H2
                ? List.of(new Node(database))
                : List.of(new Node(database), new Node(database));
    }

    @Test
    void positions_have_no_holes_and_a_reader_sees_each_event_once_and_in_order() {
        List<Node> nodes = nodes();
        Node first = nodes.getFirst();
        try (LiveReader reader = new LiveReader(first.store)) {
            List<Caller> writers = new ArrayList<>();
            for (int writer = 0; writer < THREADS; writer++) {
                String aggregate = "a" + writer;
                Node node = nodes.get(writer % nodes.size());
                writers.add(Caller.start(aggregate, () -> {
                    for (int sequence = 0; sequence < EACH; sequence++) {
                        node.append(aggregate, sequence);
                        // The other node's appends are announced to this reader's node by its listener, see WakeUpTest.
                        first.signal.raise();
                    }
                }));
            }
            assertThat(writers)
                    .allSatisfy(writer -> assertThat(writer.failure()).isNull());

            Await.until("the reader has seen all", () -> reader.seen().size() >= THREADS * EACH);
            assertThat(reader.seen()).isEqualTo(first.textsAfter(0));
        }
        assertThat(first.engine.readEvents(null, false).map(Node::position).toList())
                .isEqualTo(Node.oneTo(THREADS * EACH));
        assertThat(new ChainCheck(database.forReads()).run())
                .returns(true, ChainCheck.Result::intact)
                .returns((long) THREADS * EACH, ChainCheck.Result::events);
    }

    @Test
    void reading_goes_on_after_any_position_over_more_than_one_page() {
        Node node = new Node(database);
        List<EventMessage<?>> many = new ArrayList<>();
        for (int sequence = 0; sequence < 2_500; sequence++) {
            many.add(Node.noted("a", sequence));
        }
        node.engine.appendEvents(many);

        assertThat(node.engine.readEvents("a").asStream().map(Node::text)).hasSize(2_500);
        assertThat(node.engine
                        .readEvents(new GlobalSequenceTrackingToken(499), false)
                        .map(Node::position)
                        .toList())
                .isEqualTo(Node.oneTo(2_500).subList(499, 2_500));
        assertThat(node.engine.lastSequenceNumberFor("a")).hasValue(2_499L);
        assertThat(node.engine.lastSequenceNumberFor("nobody")).isEmpty();
        assertThat(node.engine.createHeadToken().position()).hasValue(2_500);
    }

    @Test
    void a_token_at_a_time_stands_before_the_first_event_recorded_since() {
        Node node = new Node(database);
        node.append("a", 0);
        node.append("a", 1);
        List<? extends TrackedEventMessage<?>> events =
                node.engine.readEvents(null, false).toList();

        assertThat(node.engine.createTokenAt(events.getFirst().getTimestamp()).position())
                .hasValue(0);
        assertThat(node.engine
                        .createTokenAt(events.getLast().getTimestamp().plusSeconds(1))
                        .position())
                .hasValue(2);
    }

    @Test
    @DisplayName("AUD-2 an instant means the last position that was recorded by then")
    void an_instant_means_the_last_position_recorded_by_then() {
        Node node = new Node(database);
        assertThat(node.engine.lastPositionAt(Instant.now())).isZero();
        for (int sequence = 0; sequence < 20; sequence++) {
            node.append("a", sequence);
        }
        List<Instant> times = node.engine
                .readEvents(null, false)
                .map(EventMessage::getTimestamp)
                .toList();

        assertThat(times).as("to the microsecond").anyMatch(time -> !time.equals(time.truncatedTo(ChronoUnit.MILLIS)));
        for (Instant time : times) {
            assertThat(node.engine.lastPositionAt(time)).isEqualTo(times.lastIndexOf(time) + 1L);
            assertThat(node.engine.lastPositionAt(time.minusNanos(1))).isEqualTo(times.indexOf(time));
        }
        assertThat(node.engine.lastPositionAt(Instant.MAX)).isEqualTo(20);
    }
}
