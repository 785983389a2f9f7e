package io.examledger.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** An event store of its own over a database that others may use too: what one process of the system has. */
final class Node {
    static final EventTypes TYPES = new EventTypes().register("test.noted", 1, Noted.class);

    /** The event of these tests. */
    record Noted(String text) {}

    final LogSignal signal = new LogSignal();
    final LedgerEventStorageEngine engine;
    final LedgerEventStore store;

    Node(TestDatabase database) {
        this(database, database.forAppends(AppendLimits.DEFAULT));
    }

    Node(TestDatabase database, DataSource appends) {
        this(appends, database.forReads(), database.dialect());
    }

    Node(DataSource appends, DataSource reads, LogDialect dialect) {
        engine = LedgerEventStorageEngine.builder()
                .dataSources(appends, reads, dialect)
                .clock(Clock.systemUTC())
                .resolvePause(Duration.ofMillis(50))
                .serializer(new EventJsonSerializer(TYPES))
                .build(signal);
        store = LedgerEventStore.over(engine, signal);
    }

    /** For appends whose readers are of no interest. */
    static LogWriter writer(DataSource appends, LogDialect dialect, Clock clock) {
        return new LogWriter(appends, dialect, clock, "node", new LogTail(rows -> List.of()));
    }

    /** Stores one event outside a unit of work. */
    void append(String aggregate, long sequence) {
        engine.appendEvents(List.of(noted(aggregate, sequence)));
    }

    static EventMessage<Noted> noted(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("Note", aggregate, sequence, new Noted(aggregate + "#" + sequence));
    }

    /** An append as the engine makes it, for what attaches claims or a receipt. */
    static Append append(String aggregate, List<Claim> claims, @Nullable Receipt receipt) {
        return new Append(
                List.of(new NewEvent(
                        UUID.randomUUID(), "Note", aggregate, 0, "test.noted", "1", "{\"text\":\"\"}", "{}")),
                claims,
                receipt);
    }

    /** Texts of all events after a position, in order. */
    List<String> textsAfter(long position) {
        return engine.readEvents(position == 0 ? null : new GlobalSequenceTrackingToken(position), false)
                .map(Node::text)
                .toList();
    }

    static String text(EventMessage<?> event) {
        return ((Noted) event.getPayload()).text();
    }

    static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
