package io.examledger.eventstore;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells readers that the log may have grown: at once after an append here, and when another node announces one. */
public final class LogSignal {
    private static final Logger log = LoggerFactory.getLogger(LogSignal.class);

    private final String node = UUID.randomUUID().toString();
    private final AtomicLong signals = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Tells this node's announcements from those of others. */
    String node() {
        return node;
    }

    /** What another node stored, or may have, is not in this node's {@link LogTail}. */
    void raiseForOthers() {
        others.incrementAndGet();
        raise();
    }

    /** Wakes every reader. A reader's trouble is its own: it ends neither the append nor the other readers' waking. */
    public void raise() {
        signals.incrementAndGet();
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                log.warn("A reader of the log could not be woken", e);
            }
        }
    }

    /** Grows with each signal: a reader that found nothing after seeing a count need not look again at that count. */
    long count() {
        return signals.get();
    }

    /** Grows with each signal that is for another node's append; never behind {@link #count}. */
    long othersCount() {
        return others.get();
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
