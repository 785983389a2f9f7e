package io.examledger.query;

import io.examledger.query.projection.RecordedEvent;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** A log in a list. Positions are those of the list, from 1. */
public final class ListedLog implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final List<TrackedEventMessage<?>> events = new CopyOnWriteArrayList<>();
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();
    private Map<String, String> metadata = Map.of("actor", "someone", "correlationId", "request");
    private volatile Instant recordedAt = Instant.EPOCH;

    /** What is appended from now on is recorded then; never goes back. */
    public void at(Instant instant) {
        recordedAt = instant;
    }

    public Instant lastRecorded() {
        return recordedAt;
    }

    /** As a log answers: the last position that was recorded by then. */
    public long lastPositionAt(Instant instant) {
        return events.stream()
                .filter(event -> !event.getTimestamp().isAfter(instant))
                .count();
    }

    /** @return position of the last event */
    public long append(Object... payloads) {
        return append(List.of(payloads));
    }

    /** @return position of the last event */
    public synchronized long append(List<?> payloads) {
        for (Object payload : payloads) {
            add(events.size() + 1L, payload);
        }
        readers.forEach(Runnable::run);
        return events.size();
    }

    /** @param position from 1 */
    public TrackedEventMessage<?> at(long position) {
        return events.get((int) position - 1);
    }

    /** Gives the position to one more event, as a source does that delivers late or twice. */
    public synchronized void appendAt(long position, Object payload) {
        add(position, payload);
        readers.forEach(Runnable::run);
    }

    /** What is appended from now on is recorded then, and caused so. */
    public synchronized void caused(Instant at, String actor, String correlationId) {
        recordedAt = at;
        metadata = Map.of("actor", actor, "correlationId", correlationId, "causationId", "request:" + correlationId);
    }

    private void add(long position, Object payload) {
        Instant recorded = recordedAt;
        events.add(new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                typeOf(payload),
                idOf(payload),
                position,
                new GenericMessage<>(payload, metadata),
                () -> recorded));
    }

    /** Named after the family of the event. */
    private static String typeOf(Object payload) {
        Class<?>[] families = payload.getClass().getInterfaces();
        return families.length == 1 ? families[0].getSimpleName().replaceFirst("Event$", "") : "test";
    }

    /** The first field of every event is the id of its aggregate. */
    private static String idOf(Object payload) {
        RecordComponent[] fields = payload.getClass().getRecordComponents();
        try {
            return fields == null || fields.length == 0
                    ? "aggregate"
                    : String.valueOf(fields[0].getAccessor().invoke(payload));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The events at these positions, as the log of the platform gives them. */
    public List<RecordedEvent> at(Collection<Long> positions) {
        return events.stream()
                .map(RecordedEvent::of)
                .filter(event -> positions.contains(event.position()))
                .toList();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Reader((int) (token == null ? 0 : token.position().orElseThrow()));
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private int next;
        private @Nullable Runnable callback;

        Reader(int next) {
            this.next = next;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return next < events.size() ? Optional.of(events.get(next)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return next < events.size();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return events.get(next++);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable onAvailable) {
            callback = onAvailable;
            readers.add(onAvailable);
            return true;
        }

        @Override
        public void close() {
            if (callback != null) {
                readers.remove(callback);
            }
        }
    }
}
