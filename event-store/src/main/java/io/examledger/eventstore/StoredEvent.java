package io.examledger.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A row of the log as Axon reads it. Axon's own entry keeps times as text, and of an instant milliseconds only. */
record StoredEvent(
        String aggregateType,
        String aggregateId,
        long sequence,
        String id,
        Instant recordedAt,
        String type,
        String revision,
        String payload,
        String metadata)
        implements DomainEventData<String> {
    static StoredEvent of(NewEvent event, Instant recordedAt) {
        return new StoredEvent(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.id().toString(),
                recordedAt,
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    @Override
    public String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return id;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(payload, String.class, type, revision);
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new SerializedMetaData<>(metadata, String.class);
    }
}
