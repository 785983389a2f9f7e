package io.examledger.query.replay;

import io.examledger.query.jobs.Rounds;
import io.examledger.query.projection.Projection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does replays one after the other, one in the whole cluster at a time, and begins anew what a dead node left. */
public final class ReplayWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int HEARTBEATS = 10;
    private final ReplayTable table;
    private final ShadowClaim claim;
    private final ReplayRun run;
    private final List<Projection> projections;
    private final String worker;
    private final Duration heartbeat;
    private final Rounds rounds = new Rounds("replays", ROUND, this::work);

    ReplayWorker(
            ReplayTable table,
            ShadowClaim claim,
            ReplayRun run,
            List<Projection> projections,
            String worker,
            Duration silence) {
        this.table = table;
        this.claim = claim;
        this.run = run;
        this.projections = List.copyOf(projections);
        this.worker = worker;
        this.heartbeat = silence.dividedBy(HEARTBEATS);
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.running();
    }

    void wake() {
        rounds.wake();
    }

    private void work() {
        if (table.open().isEmpty() || !claim.take()) {
            return;
        }
        try (ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("replay-heartbeat").factory())) {
            ScheduledFuture<?> beating = heart.scheduleAtFixedRate(
                    claim::renew, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
            try {
                for (ReplayJob job : table.open()) {
                    if (!rounds.stopped()) {
                        run(job);
                    }
                }
            } finally {
                beating.cancel(false);
            }
        } finally {
            claim.release();
        }
    }

    private void run(ReplayJob job) {
        List<Projection> chosen = projections.stream()
                .filter(projection -> job.projections().contains(projection.name()))
                .toList();
        table.start(job.replayId(), worker);
        try {
            table.done(job.replayId(), run.run(job, chosen, rounds::stopped));
        } catch (ReplayStopped e) {
            LOG.info("replay {} will be begun anew", job.replayId());
        } catch (RuntimeException e) {
            LOG.error("replay {} failed", job.replayId(), e);
            table.failed(job.replayId(), String.valueOf(e.getMessage()));
        }
    }
}
