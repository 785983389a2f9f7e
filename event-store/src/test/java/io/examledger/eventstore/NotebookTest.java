package io.examledger.eventstore;

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
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An aggregate over the store, cached, behind a command bus, wired as the application wires its own. */
abstract class NotebookTest {
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
    final AtomicInteger selects = new AtomicInteger();
    final BoundedCache cache = new BoundedCache(100);
    final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    TestDatabase database;
    Node node;
    Repository<Notebook> repository;

    NotebookTest(TestDatabase.Kind kind) {
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
    interface Handling {
        Object handle(CommandMessage<?> command) throws Exception;
    }

    void handle(String name, Handling handling) {
        commands.subscribe(name, message -> handling.handle((CommandMessage<?>) message));
    }

    Object send(String name) throws Throwable {
        FutureCallback<String, Object> callback = new FutureCallback<>();
        commands.dispatch(new GenericCommandMessage<>(new GenericEventMessage<>(name), name), callback);
        if (callback.getResult().isExceptional()) {
            throw callback.getResult().exceptionResult();
        }
        return callback.getResult().getPayload();
    }

    List<String> stored() {
        return node.textsAfter(0);
    }
}
