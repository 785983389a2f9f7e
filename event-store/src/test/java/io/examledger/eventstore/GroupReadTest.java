package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class GroupReadTest {
    private final TestDatabase.Kind kind;
    private final Reads reads = new Reads();
    private TestDatabase database;
    private Node node;

    GroupReadTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    /** Counts the queries, holds the first, and lets the second fail if it is told to. */
    private static final class Reads implements Interception {
        final AtomicInteger count = new AtomicInteger();
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        boolean secondFails;

        @Override
        public void beforePrepare(Connection connection, String sql) throws SQLException {
            int number = count.incrementAndGet();
            if (number == 1) {
                reached.countDown();
                Await.on(released);
            }
            if (number == 2 && secondFails) {
                throw new SQLException("lost");
            }
        }
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database = TestDatabase.create(kind, directory);
        node = new Node(database.forAppends(AppendLimits.DEFAULT), reads.of(database.forReads()), database.dialect());
        for (String aggregate : List.of("a", "b", "c")) {
            node.append(aggregate, 0);
            node.append(aggregate, 1);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> read(String aggregate) {
        return node.store.readEvents(aggregate).asStream().map(Node::text).toList();
    }

    /** A first read is held until all these wait for the next. */
    private List<Caller> inOneGroup(String... aggregates) {
        Caller first = Caller.start("first", () -> read("a"));
        Await.on(reads.reached);
        List<Caller> callers = new ArrayList<>();
        for (String aggregate : aggregates) {
            Caller caller = Caller.start("reader of " + aggregate, () -> read(aggregate));
            Await.enqueued(caller.thread());
            callers.add(caller);
        }
        reads.released.countDown();
        assertThat(first.result()).isEqualTo(List.of("a#0", "a#1"));
        callers.forEach(Caller::join);
        return callers;
    }

    @Test
    void readers_that_wait_are_served_by_one_query_and_each_gets_its_stream() {
        List<Caller> callers = inOneGroup("a", "b", "unknown", "c", "b");

        assertThat(callers.stream().map(Caller::result))
                .containsExactly(
                        List.of("a#0", "a#1"),
                        List.of("b#0", "b#1"),
                        List.of(),
                        List.of("c#0", "c#1"),
                        List.of("b#0", "b#1"));
        assertThat(reads.count).hasValue(2);
    }

    @Test
    void a_query_that_fails_for_a_group_is_made_for_each_alone() {
        reads.secondFails = true;

        List<Caller> callers = inOneGroup("b", "c");

        assertThat(callers.stream().map(Caller::result)).containsExactly(List.of("b#0", "b#1"), List.of("c#0", "c#1"));
        assertThat(reads.count).hasValue(4);
    }

    @Test
    void a_reader_that_the_database_cannot_serve_is_told() {
        reads.released.countDown();
        database.execute("alter table ledger.event rename to hidden");

        assertThatThrownBy(() -> read("a")).isInstanceOf(LogUnavailableException.class);
    }

    @Test
    void a_stream_longer_than_a_page_is_whole() {
        reads.released.countDown();
        for (int sequence = 0; sequence < 1_003; sequence++) {
            node.append("long", sequence);
        }

        assertThat(read("long")).hasSize(1_003).endsWith("long#1002");
    }

    @Test
    void what_a_unit_of_work_read_ahead_is_not_asked_for_again() {
        reads.released.countDown();
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("work"));
        unit.execute(() -> {
            node.engine.readAhead(Set.of("a", "unknown"));
            assertThat(reads.count).hasValue(1);

            assertThat(read("a")).containsExactly("a#0", "a#1");
            assertThat(read("unknown")).isEmpty();
            assertThat(reads.count).hasValue(1);

            assertThat(read("b")).hasSize(2);
            assertThat(reads.count).hasValue(2);
        });

        read("a");
        assertThat(reads.count).as("another unit of work asks anew").hasValue(3);
    }
}
