package io.examledger.eventstore;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log as far as this node wrote it without another node in between. Its readers find here what was just
 * stored, instead of each asking the database for it and decoding it again.
 */
final class LogTail {
    /** Events kept: more than a group stores. */
    private static final int MOST = 10_000;

    private final Function<Stream<TrackedEventData<String>>, List<TrackedEventMessage<?>>> decoding;
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private int size;

    /** @param decoding as events that are read from the database are decoded */
    LogTail(Function<Stream<TrackedEventData<String>>, List<TrackedEventMessage<?>>> decoding) {
        this.decoding = decoding;
    }

    /**
     * Takes what was committed. What another node stored in between is not here, so what came before that is forgotten.
     *
     * @param before position before the first event
     */
    synchronized void add(long before, List<NewEvent> events, Instant recordedAt) {
        if (!stretches.isEmpty() && stretches.getLast().last() != before) {
            forget();
        }
        if (events.isEmpty()) {
            return;
        }
        stretches.add(new Stretch(before, List.copyOf(events), recordedAt));
        size += events.size();
        while (size > MOST && stretches.size() > 1) {
            size -= stretches.removeFirst().events.size();
        }
    }

    /** Called when something may have been stored that is not told here. */
    synchronized void forget() {
        stretches.clear();
        size = 0;
    }

    /** All that is here after the position; empty if it is not known here what follows it, or whether anything does. */
    List<TrackedEventMessage<?>> after(long position) {
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        for (Stretch stretch : stretchesAfter(position)) {
            found.addAll(stretch.after(position));
        }
        return found;
    }

    private synchronized List<Stretch> stretchesAfter(long position) {
        boolean known = !stretches.isEmpty() && stretches.getFirst().before <= position;
        return known
                ? stretches.stream()
                        .filter(stretch -> stretch.last() > position)
                        .toList()
                : List.of();
    }

    /** What one transaction stored. It is decoded once, for all readers, by the first that comes. */
    private final class Stretch {
        private final long before;
        private final List<NewEvent> events;
        private final Instant recordedAt;
        private @Nullable List<TrackedEventMessage<?>> decoded;

        Stretch(long before, List<NewEvent> events, Instant recordedAt) {
            this.before = before;
            this.events = events;
            this.recordedAt = recordedAt;
        }

        long last() {
            return before + events.size();
        }

        /** An upcaster may have made more or fewer of the events than were stored, so positions are looked at. */
        List<TrackedEventMessage<?>> after(long position) {
            List<TrackedEventMessage<?>> all = decoded();
            return position <= before
                    ? all
                    : all.stream()
                            .filter(event -> Position.of(event.trackingToken()) > position)
                            .toList();
        }

        private synchronized List<TrackedEventMessage<?>> decoded() {
            if (decoded == null) {
                List<TrackedEventData<String>> rows = new ArrayList<>(events.size());
                for (NewEvent event : events) {
                    rows.add(row(event, before + rows.size() + 1));
                }
                decoded = decoding.apply(rows.stream());
            }
            return decoded;
        }

        private TrackedEventData<String> row(NewEvent event, long position) {
            return new TrackedDomainEventData<>(
                    new GlobalSequenceTrackingToken(position), StoredEvent.of(event, recordedAt));
        }
    }
}
