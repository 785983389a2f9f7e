package io.examledger.query.projection;

import java.util.Optional;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.UnknownSerializedType;

/** An event on its way to a projection that is interested in it. */
record Delivery(TrackedEventMessage<?> message, RecordedEvent event, String sequence) {
    /**
     * @return empty if the projection is not interested
     * @throws RuntimeException if the event cannot be read: as nobody can tell what depends on it, the projection stops
     */
    static Optional<Delivery> of(TrackedEventMessage<?> message, Projection projection) {
        Object payload = message.getPayload();
        if (payload instanceof UnknownSerializedType) {
            throw new IllegalStateException(
                    "the event at " + RecordedEvent.positionOf(message) + " is of a type unknown here");
        }
        return projection
                .sequenceOf(payload)
                .map(sequence -> new Delivery(message, RecordedEvent.of(message), sequence));
    }
}
