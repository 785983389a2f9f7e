package io.examledger.query.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable ScheduledExecutorService executor;
    /** Whose round is being done. */
    private volatile @Nullable ScheduledExecutorService busy;

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
            executor = started;
            ScheduledFuture<?> unused = started.scheduleWithFixedDelay(
                    () -> round(started), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Waits a little for what is being done. The thread is not interrupted: H2 would close its file. What outlasts this is not
     * joined by another round: after the next start, rounds wait for its end.
     */
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

    /** Whether what is being done should come to an end, also if its rounds have been started again since. */
    public boolean stopped() {
        ScheduledExecutorService round = busy;
        return stopped || (round != null && !round.equals(executor));
    }

    /** There is something to do. */
    public void wake() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.execute(() -> round(running));
        }
    }

    private void round(ScheduledExecutorService started) {
        turn.lock();
        try {
            if (started.equals(executor)) {
                busy = started;
                attempt();
            }
        } finally {
            busy = null;
            turn.unlock();
        }
    }

    /** One round, in the caller's thread; nothing is thrown. */
    public void round() {
        turn.lock();
        try {
            attempt();
        } finally {
            turn.unlock();
        }
    }

    private void attempt() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("a round of {} stopped; the next one goes on", name, e);
        } catch (Error e) {
            LOG.error("a round of {} broke; the next one goes on", name, e);
        }
    }
}
