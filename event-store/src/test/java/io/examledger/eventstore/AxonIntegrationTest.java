package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.eventstore.Node.Noted;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The store under Axon's repository, cache, unit of work and command bus, wired as the application wires them. */
@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class AxonIntegrationTest {
    /** Counts its notes. */
    @SuppressWarnings({"NullAway.Init", "unused"})
    static class Notebook {
        @AggregateIdentifier
        private String id;

        private int notes;

        Notebook() {}

        Notebook(String id) {
            AggregateLifecycle.apply(new Noted(id));
        }

        int note(String text) {
            AggregateLifecycle.apply(new Noted(text));
            return notes;
        }

        @EventSourcingHandler
        void on(Noted noted) {
            if (notes++ == 0) {
                id = noted.text();
            }
        }
    }

    private final TestDatabase.Kind kind;
    private final AtomicInteger selects = new AtomicInteger();
    private final BoundedCache cache = new BoundedCache(100);
    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private TestDatabase database;
    private Node node;
    private Repository<Notebook> repository;

    AxonIntegrationTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void wire(@TempDir Path directory) {
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
        repository = EventSourcingRepository.builder(Notebook.class)
                .eventStore(node.store)
                .cache(cache)
                .build();
        handle("open", command -> repository.newInstance(() -> new Notebook("n")));
        handle("note", command -> repository.load("n").invoke(notebook -> notebook.note("note")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** What a command does. */
    private interface Handling {
        Object handle(CommandMessage<?> command) throws Exception;
    }

    private void handle(String name, Handling handling) {
        commands.subscribe(name, message -> handling.handle((CommandMessage<?>) message));
    }

    private Object send(String name) throws Throwable {
        FutureCallback<String, Object> callback = new FutureCallback<>();
        commands.dispatch(new GenericCommandMessage<>(new GenericEventMessage<>(name), name), callback);
        if (callback.getResult().isExceptional()) {
            throw callback.getResult().exceptionResult();
        }
        return callback.getResult().getPayload();
    }

    private List<String> stored() {
        return node.textsAfter(0);
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
    void attachments_commit_with_the_events_and_know_their_position_then() throws Throwable {
        Attachments[] attached = new Attachments[1];
        handle("claim", command -> {
            attached[0] = Attachments.of(CurrentUnitOfWork.get());
            attached[0].claim(new Claim("title", "digest", "n"));
            attached[0].receipt(new Receipt("caller", "key", "fingerprint", new byte[] {1}));
            assertThat(attached[0].position()).isEmpty();
            return repository.newInstance(() -> new Notebook("n"));
        });

        send("claim");

        assertThat(attached[0].position()).hasValue(1);
        Ledger ledger = new Ledger(database.forReads());
        assertThat(ledger.holderOf("title", "digest")).hasValue("n");
        assertThat(ledger.receipt("caller", "key")).hasValueSatisfying(found -> {
            assertThat(found.position()).isEqualTo(1);
            assertThat(found.receipt().answer()).containsExactly(1);
        });
        assertThatThrownBy(() -> attached[0].claim(new Claim("title", "late", "n")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void attachments_are_lost_with_events_that_conflict() {
        node.append("n", 0);
        handle("claim", command -> {
            Attachments.of(CurrentUnitOfWork.get()).claim(new Claim("title", "digest", "n"));
            return repository.newInstance(() -> new Notebook("n"));
        });

        assertThatThrownBy(() -> send("claim")).isInstanceOf(ConcurrencyException.class);
        assertThat(new Ledger(database.forReads()).holderOf("title", "digest")).isEmpty();
    }

    @Test
    void attachments_are_lost_with_a_unit_of_work_that_is_rolled_back() {
        handle("refuse", command -> {
            Attachments.of(CurrentUnitOfWork.get()).claim(new Claim("title", "digest", "n"));
            repository.newInstance(() -> new Notebook("n"));
            throw new IllegalArgumentException("refused");
        });

        assertThatThrownBy(() -> send("refuse")).hasMessage("refused");
        assertThat(stored()).isEmpty();
        assertThat(new Ledger(database.forReads()).holderOf("title", "digest")).isEmpty();
    }

    @Test
    void a_claim_without_an_event_is_refused_because_nothing_would_write_it() {
        handle("claim", command -> {
            Attachments.of(CurrentUnitOfWork.get()).claim(new Claim("title", "digest", "n"));
            return "done";
        });

        assertThatThrownBy(() -> send("claim")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_unit_of_work_has_one_receipt() {
        handle("twice", command -> {
            Attachments attachments = Attachments.of(CurrentUnitOfWork.get());
            attachments.receipt(new Receipt("caller", "1", "fingerprint", new byte[0]));
            attachments.receipt(new Receipt("caller", "2", "fingerprint", new byte[0]));
            return "never";
        });

        assertThatThrownBy(() -> send("twice")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_receipt_of_a_refusal_is_stored_alone_at_the_head() {
        node.append("n", 0);

        assertThat(node.engine.append(new Receipt("caller", "key", "fingerprint", new byte[0])))
                .isEqualTo(1);
        assertThatThrownBy(() -> node.engine.append(new Receipt("caller", "key", "fingerprint", new byte[0])))
                .isInstanceOf(ReceiptExistsException.class);
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
                .clock(java.time.Clock.systemUTC())
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
