package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.eventstore.Node.Noted;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The store under Axon's repository, cache, unit of work and command bus, wired as the application wires them. */
@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class AxonIntegrationTest extends NotebookTest {
    AxonIntegrationTest(TestDatabase.Kind kind) {
        super(kind);
    }

    @Test
    void a_conflict_evicts_the_stale_aggregate_and_a_retry_succeeds() throws Throwable {
        send("open");
        assertThat(send("note")).isEqualTo(2);
        // Another thread of this process could not do this, another node can: it does not know our cache and lock.
        node.append("n", 2);

        assertThatThrownBy(() -> send("note")).isInstanceOf(ConcurrencyException.class);
        assertThat(cache.containsKey("n")).isFalse();

        assertThat(send("note")).isEqualTo(4);
        assertThat(stored()).containsExactly("n", "note", "n#2", "note");
    }

    @Test
    void an_aggregate_is_loaded_with_one_select_and_a_cached_one_with_none() throws Throwable {
        send("open");
        cache.removeAll();
        selects.set(0);

        send("note");
        assertThat(selects).hasValue(1);
        send("note");
        assertThat(selects).hasValue(1);
    }

    @Test
    void a_second_append_in_one_unit_of_work_is_refused_loudly() {
        AtomicInteger published = new AtomicInteger();
        node.store.subscribe(events -> {
            if (published.getAndIncrement() == 0) {
                node.store.publish(Node.noted("late", 0));
            }
        });

        assertThatThrownBy(() -> send("open"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("second append");
        assertThat(stored()).containsExactly("n");
    }

    @Test
    void an_event_that_no_aggregate_published_is_refused() {
        assertThatThrownBy(() -> node.store.publish(new GenericEventMessage<>(new Noted("loose"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_of_an_old_revision_is_brought_up_when_it_is_read() {
        node.append("n", 0);
        LedgerEventStorageEngine newer = LedgerEventStorageEngine.builder()
                .dataSources(database.forAppends(AppendLimits.DEFAULT), database.forReads(), database.dialect())
                .clock(Clock.systemUTC())
                .serializer(new EventJsonSerializer(new EventTypes().register("test.noted", 2, Written.class)))
                .upcasterChain(new TextIsNowCalledWords())
                .build(new LogSignal());

        assertThat(newer.readEvents("n").asStream().map(event -> (Object) event.getPayload()))
                .containsExactly(new Written("n#0"));
        assertThat(newer.readEvents(null, false).map(event -> (Object) event.getPayload()))
                .containsExactly(new Written("n#0"));
    }

    /** Revision 2 of the event. */
    record Written(String words) {}

    private static final class TextIsNowCalledWords extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("test.noted", "1"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType("test.noted", "2"),
                    String.class,
                    json -> json.replace("\"text\":", "\"words\":"));
        }
    }

    @Test
    void an_event_that_this_node_does_not_know_stops_the_reader_instead_of_being_skipped() {
        node.append("n", 0);
        database.execute("update ledger.event set type = 'test.unheard-of'");

        assertThatThrownBy(() -> send("note")).hasMessageContaining("test.unheard-of");
    }
}
