package io.examledger.eventstore;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** Axon's event store over the ledger. Its streams are woken by appends and read each event once, in position order. */
public final class LedgerEventStore extends AbstractEventStore {
    private final LedgerEventStorageEngine engine;
    private final LogSignal signal;

    private LedgerEventStore(Builder builder, LedgerEventStorageEngine engine, LogSignal signal) {
        super(builder);
        this.engine = engine;
        this.signal = signal;
    }

    /** @param signal the one the engine raises */
    public static LedgerEventStore over(LedgerEventStorageEngine engine, LogSignal signal) {
        return new LedgerEventStore((Builder) new Builder().storageEngine(engine), engine, signal);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LogStream(engine, signal, token);
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
