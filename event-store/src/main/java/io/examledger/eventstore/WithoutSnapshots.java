package io.examledger.eventstore;

import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;

/** An engine without snapshots: streams are short, and hot aggregates are cached. */
abstract class WithoutSnapshots extends BatchingEventStorageEngine {
    WithoutSnapshots(Builder builder) {
        super(builder);
    }

    @Override
    protected final Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return Stream.empty();
    }

    @Override
    public final Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Optional.empty();
    }

    @Override
    protected final void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("the log keeps no snapshots");
    }
}
