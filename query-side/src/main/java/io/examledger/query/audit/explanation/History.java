package io.examledger.query.audit.explanation;

import io.examledger.query.projection.RecordedEvent;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Some events in the order of the log. */
final class History {
    private final List<RecordedEvent> events;

    History(List<RecordedEvent> events) {
        this.events = events.stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .toList();
    }

    /** All of one class or family. */
    <E> List<Fact<E>> all(Class<E> type) {
        return events.stream()
                .filter(event -> type.isInstance(event.payload()))
                .map(event -> new Fact<>(type.cast(event.payload()), Evidence.of(event)))
                .toList();
    }

    /** Null if it has not happened. */
    <E> @Nullable Fact<E> last(Class<E> type) {
        return last(type, event -> true);
    }

    <E> @Nullable Fact<E> last(Class<E> type, Predicate<E> which) {
        return all(type).reversed().stream()
                .filter(fact -> which.test(fact.event()))
                .findFirst()
                .orElse(null);
    }
}
