package io.examledger.eventstore;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;

/** Tells readers that the log may have grown: at once after an append here, and when another node announces one. */
public final class LogSignal {
    private final AtomicLong signals = new AtomicLong();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    /** Wakes every reader. */
    public void raise() {
        signals.incrementAndGet();
        listeners.forEach(Runnable::run);
    }

    /** Grows with each signal: a reader that found nothing after seeing a count need not look again at that count. */
    long count() {
        return signals.get();
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
