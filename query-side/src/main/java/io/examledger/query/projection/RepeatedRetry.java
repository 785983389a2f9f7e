package io.examledger.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries what is parked again and again, at the start first: what was repaired goes on without hands. */
public final class RepeatedRetry implements AutoCloseable {
    /** The pause that projections and policies share. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedRetry.class);
    private static final long PATIENCE_SECONDS = 10;

    private final ScheduledExecutorService thread;
    private final Future<?> rounds;

    /** @param retries run one after the other; one that fails does not keep the others from their turn */
    public RepeatedRetry(String name, Duration pause, List<Runnable> retries) {
        List<Runnable> all = List.copyOf(retries);
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        rounds = thread.scheduleWithFixedDelay(
                () -> all.forEach(RepeatedRetry::attempt), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable retry) {
        try {
            retry.run();
        } catch (RuntimeException e) {
            LOG.warn("parked events could not be tried again; the next round comes", e);
        }
    }

    /** Waits for the turn that runs, up to ten seconds. It is not interrupted: H2 would close its file. */
    @Override
    public void close() {
        rounds.cancel(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a retry of parked events is still running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
