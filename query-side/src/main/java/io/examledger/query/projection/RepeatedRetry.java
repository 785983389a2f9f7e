package io.examledger.query.projection;

import io.examledger.query.jobs.Rounds;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries what is parked again and again, at the start first: what was repaired goes on without hands. */
public final class RepeatedRetry implements AutoCloseable {
    /** The pause that projections and policies share. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedRetry.class);

    private final Rounds rounds;

    /** @param retries run one after the other; one that fails does not keep the others from their turn */
    public RepeatedRetry(String name, Duration pause, List<Runnable> retries) {
        List<Runnable> all = List.copyOf(retries);
        rounds = new Rounds(name, pause, () -> all.forEach(RepeatedRetry::attempt));
        rounds.start();
    }

    private static void attempt(Runnable retry) {
        try {
            retry.run();
        } catch (RuntimeException e) {
            LOG.warn("parked events could not be tried again; the next round comes", e);
        }
    }

    /** Waits for the turn that runs, up to ten seconds. */
    @Override
    public void close() {
        rounds.stop();
    }
}
