package io.examledger.eventstore;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log, at its end through what this node stored last. It asks only when a signal came since it last found the end; because positions are in
 * commit order without holes, "everything after the last one" is all it ever needs to ask for. Safe for several threads:
 * Axon's coordinator asks once more after it let the next run begin.
 */
final class LogStream implements TrackingEventStream {
    private static final int READ_AHEAD = 1_000;
    private static final long NEVER = -1;

    private final LedgerEventStorageEngine engine;
    private final LogSignal signal;
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private @Nullable TrackingToken last;
    private long exhaustedAt = NEVER;
    private long othersReadAt = NEVER;
    private @Nullable Runnable callback;

    LogStream(LedgerEventStorageEngine engine, LogSignal signal, @Nullable TrackingToken from) {
        this.engine = engine;
        this.signal = signal;
        this.last = from;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.ofNullable(ready.peek()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long seen = signal.count();
            if (fill()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitSignalAfter(seen, left);
        }
    }

    private void awaitSignalAfter(long seen, long nanos) throws InterruptedException {
        Thread reader = Thread.currentThread();
        Runnable wake = () -> LockSupport.unpark(reader);
        signal.addListener(wake);
        try {
            if (signal.count() == seen) {
                LockSupport.parkNanos(this, nanos);
            }
        } finally {
            signal.removeListener(wake);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private synchronized boolean fill() {
        if (!ready.isEmpty()) {
            return true;
        }
        long seen = signal.count();
        long others = signal.othersCount();
        if (seen == exhaustedAt) {
            return false;
        }
        List<TrackedEventMessage<?>> fresh = engine.tail().after(Position.of(last));
        if (fresh.isEmpty()) {
            try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(last, false)) {
                events.limit(READ_AHEAD).forEach(ready::add);
            }
            othersReadAt = others;
        } else {
            ready.addAll(fresh);
        }
        // What another node stored behind the tail is in the database only: its signal is not answered by the tail.
        boolean allRead = fresh.isEmpty() ? ready.size() < READ_AHEAD : others == othersReadAt;
        if (allRead) {
            exhaustedAt = seen;
        }
        return !ready.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            TrackedEventMessage<?> next = takeReady();
            if (next != null) {
                return next;
            }
            hasNextAvailable(1, TimeUnit.SECONDS);
        }
    }

    private synchronized @Nullable TrackedEventMessage<?> takeReady() {
        TrackedEventMessage<?> next = fill() ? ready.remove() : null;
        if (next != null) {
            last = next.trackingToken();
        }
        return next;
    }

    @Override
    public synchronized boolean setOnAvailableCallback(Runnable onAvailable) {
        forgetCallback();
        callback = onAvailable;
        signal.addListener(onAvailable);
        return true;
    }

    @Override
    public synchronized void close() {
        forgetCallback();
        ready.clear();
    }

    private void forgetCallback() {
        if (callback != null) {
            signal.removeListener(callback);
            callback = null;
        }
    }
}
