package io.examledger.query.replay;

import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/** Reads a part of the log that is there already, in large pages, and the next one while a page is worked on. */
final class LogPages {
    static final int PAGE = 5_000;
    private static final ThreadFactory AHEAD =
            Thread.ofPlatform().daemon().name("log-pages-", 0).factory();
    private static final int PATIENCE_SECONDS = 10;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    LogPages(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /**
     * @param after exclusive
     * @param upTo inclusive; at most the head of the log
     * @throws IllegalStateException if an event is missing, or of a type that is unknown here
     */
    void read(long after, long upTo, Consumer<List<RecordedEvent>> pages) {
        if (after >= upTo) {
            return;
        }
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(token(after));
                ExecutorService ahead = Executors.newSingleThreadExecutor(AHEAD)) {
            List<RecordedEvent> page = page(events, after, upTo);
            while (true) {
                long position = page.getLast().position();
                if (position >= upTo) {
                    pages.accept(page);
                    return;
                }
                Future<List<RecordedEvent>> next = ahead.submit(() -> page(events, position, upTo));
                pages.accept(page);
                page = read(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the log", e);
        }
    }

    private static List<RecordedEvent> read(Future<List<RecordedEvent>> next) throws InterruptedException {
        try {
            return next.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("the log could not be read", e.getCause());
        }
    }

    private static @Nullable TrackingToken token(long after) {
        return after == 0 ? null : new GlobalSequenceTrackingToken(after);
    }

    private static List<RecordedEvent> page(BlockingStream<TrackedEventMessage<?>> events, long after, long upTo)
            throws InterruptedException {
        List<TrackedEventMessage<?>> page = new ArrayList<>(PAGE);
        while (page.size() < PAGE && after + page.size() < upTo) {
            if (!events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the log has nothing after " + (after + page.size()));
            }
            page.add(events.nextAvailable());
        }
        List<RecordedEvent> recorded = page.parallelStream().map(LogPages::read).toList();
        if (recorded.getLast().position() != after + recorded.size()) {
            throw new IllegalStateException("events are missing between " + after + " and "
                    + recorded.getLast().position());
        }
        return recorded;
    }

    private static RecordedEvent read(TrackedEventMessage<?> message) {
        RecordedEvent event = RecordedEvent.of(message);
        if (event.payload() instanceof UnknownSerializedType) {
            throw new IllegalStateException("the event at " + event.position() + " is of a type unknown here");
        }
        return event;
    }
}
