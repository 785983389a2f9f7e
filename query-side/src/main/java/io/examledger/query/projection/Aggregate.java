package io.examledger.query.projection;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * Whose stream an event is in.
 *
 * @param type name of the aggregate, for example {@code RedeemCode}
 * @param sequence place of the event in the stream, counted from 0
 */
public record Aggregate(String type, String id, long sequence) {
    /** @throws IllegalStateException if the message does not come from the log, where all events are of aggregates */
    static Aggregate of(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalStateException("an event without an aggregate");
        }
        return new Aggregate(event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber());
    }
}
