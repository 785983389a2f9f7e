package io.examledger.query.audit.explanation;

import io.examledger.kernel.event.EventCatalogue;
import io.examledger.query.projection.RecordedEvent;

/** Where an event is found in the log. */
public record Evidence(long position, String eventId, String type) implements Comparable<Evidence> {
    static Evidence of(RecordedEvent event) {
        return new Evidence(
                event.position(),
                event.eventId(),
                EventCatalogue.typeOf(event.payload().getClass()).value());
    }

    @Override
    public int compareTo(Evidence other) {
        return Long.compare(position, other.position);
    }
}
