package io.examledger.query.projection;

import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * An event with its place in the log.
 *
 * @param position counted from 1, without holes
 * @param recordedAt when it was stored; the same for all events of one transaction, and never earlier than an event before
 * @param payload one of the records of the event catalogue
 */
public record RecordedEvent(
        long position, String eventId, Instant recordedAt, Object payload, Origin origin, Aggregate aggregate) {
    /** @throws IllegalStateException if the message does not come from the log */
    public static RecordedEvent of(TrackedEventMessage<?> message) {
        return new RecordedEvent(
                positionOf(message),
                message.getIdentifier(),
                message.getTimestamp(),
                message.getPayload(),
                Origin.of(message.getMetaData()),
                Aggregate.of(message));
    }

    static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("an event without a position"));
    }
}
