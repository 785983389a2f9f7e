package io.examledger.query.audit.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.money.Money;
import io.examledger.query.projection.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure and a page of what it counts.
 *
 * @param value as the dashboard has it; the units of all pages, or their amounts, add up to it. Null for a sum over no orders
 * @param items newest first; a page may show fewer than were asked for, or none, and yet have a next one
 * @param nextCursor null on the last page; the pages that follow are of the moment of the first
 */
public record FigureView(
        String figure,
        @Nullable FigureValue value,
        List<FigureUnit> items,
        @Nullable String nextCursor) {
    public FigureView {
        items = List.copyOf(items);
    }

    /**
     * One of those that are counted.
     *
     * @param amount what it adds to a sum of money; left out where units are counted
     * @param events that make it count, oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FigureUnit(CountedThing unit, @Nullable Money amount, List<DecidingEvent> events) {
        public FigureUnit {
            events = List.copyOf(events);
        }
    }

    /** @param type of the thing in kebab case */
    public record CountedThing(String type, String id) {}

    /** @param position in the log, counted from 1 */
    public record DecidingEvent(long position, String eventId, String type, Instant recordedAt) {
        static DecidingEvent of(RecordedEvent event) {
            return new DecidingEvent(
                    event.position(),
                    event.eventId(),
                    EventCatalogue.typeOf(event.payload().getClass()).value(),
                    event.recordedAt());
        }
    }
}
