package io.examledger.command.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Axon's log in memory, which looks for an aggregate's events in all of them, with the events of each aggregate at hand. */
final class IndexedLog extends InMemoryEventStorageEngine {
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();

    @Override
    public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
        super.appendEvents(events);
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> message) {
                streams.computeIfAbsent(message.getAggregateIdentifier(), id -> new ArrayList<>())
                        .add(message);
            }
        }
    }

    @Override
    public synchronized DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(List.copyOf(streams.getOrDefault(aggregateIdentifier, List.of())).stream()
                .filter(event -> event.getSequenceNumber() >= firstSequenceNumber));
    }

    @Override
    public synchronized Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        List<DomainEventMessage<?>> stream = streams.getOrDefault(aggregateIdentifier, List.of());
        return stream.isEmpty()
                ? Optional.empty()
                : Optional.of(stream.get(stream.size() - 1).getSequenceNumber());
    }
}
