package io.examledger.query.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that looks for work in rounds, and at once when it is woken. */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long PATIENCE_SECONDS = 10;
    private final String name;
    private final Duration first;
    private final Duration pause;
    private final Runnable work;
    private volatile @Nullable ScheduledExecutorService executor;
    private volatile boolean stopped;

    /** @param work looks at {@link #stopped()} in between; what it throws is logged, and the next round goes on */
    public Rounds(String name, Duration pause, Runnable work) {
        this(name, Duration.ZERO, pause, work);
    }

    /** @param first pause before the first round */
    public Rounds(String name, Duration first, Duration pause, Runnable work) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        this.work = work;
    }

    public synchronized void start() {
        if (executor == null) {
            stopped = false;
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name(name).factory());
            ScheduledFuture<?> unused = started.scheduleWithFixedDelay(
                    this::round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
            executor = started;
        }
    }

    /** Waits a little for what is being done. The thread is not interrupted: H2 would close its file. */
    public synchronized void stop() {
        ScheduledExecutorService running = executor;
        stopped = true;
        executor = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} have not come to an end", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean running() {
        return executor != null;
    }

    /** Whether what is being done should come to an end. */
    public boolean stopped() {
        return stopped;
    }

    /** There is something to do. */
    public void wake() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.execute(this::round);
        }
    }

    /** One round, in the caller's thread; nothing is thrown. */
    public void round() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("a round of {} stopped; the next one goes on", name, e);
        } catch (Error e) {
            LOG.error("a round of {} broke; the next one goes on", name, e);
        }
    }
}
