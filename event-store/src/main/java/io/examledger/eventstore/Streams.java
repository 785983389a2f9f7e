package io.examledger.eventstore;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;

/** The beginnings of some aggregates' streams, as far as one read goes. */
record Streams(Map<String, List<DomainEventData<String>>> byAggregate) {
    /** @param events of each aggregate in order */
    static Streams of(List<DomainEventData<String>> events) {
        return new Streams(events.stream().collect(groupingBy(DomainEventData::getAggregateIdentifier)));
    }

    /** Empty if the aggregate has no events. */
    List<DomainEventData<String>> of(String aggregateId) {
        return byAggregate.getOrDefault(aggregateId, List.of());
    }
}
