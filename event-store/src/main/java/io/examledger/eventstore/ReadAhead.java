package io.examledger.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Streams that a unit of work read before it needs them. They may be out of date by the time the aggregate's lock is got:
 * as with a cache, that ends in a conflict.
 */
record ReadAhead(Set<String> aggregateIds, Streams streams) {
    private static final String RESOURCE = ReadAhead.class.getName();

    /** Keeps it for the current unit of work. */
    void keep() {
        CurrentUnitOfWork.get().root().resources().put(RESOURCE, this);
    }

    /** The stream, if the current unit of work has read it ahead. */
    static Optional<List<DomainEventData<String>>> find(String aggregateId) {
        return CurrentUnitOfWork.map(unit -> unit.root().<ReadAhead>getResource(RESOURCE))
                .filter(ahead -> ahead.aggregateIds.contains(aggregateId))
                .map(ahead -> ahead.streams.of(aggregateId));
    }
}
