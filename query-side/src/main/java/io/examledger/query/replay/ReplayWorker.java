package io.examledger.query.replay;

import io.examledger.query.jobs.Rounds;
import io.examledger.query.projection.Projection;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does replays one after the other, one in the whole cluster at a time, and begins anew what a dead node left. */
public final class ReplayWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);
    /** Rounds in the time after which another worker is taken for dead. */
    private static final int ROUNDS = 6;

    private final ReplayTable table;
    private final ShadowClaim claim;
    private final ReplayRun run;
    private final List<Projection> projections;
    private final String worker;
    private final Rounds rounds;

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
        this.rounds = new Rounds("replays", silence.dividedBy(ROUNDS), this::work);
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
        if (!table.open().isEmpty()) {
            claim.hold(this::doAll);
        }
    }

    private void doAll() {
        for (ReplayJob job : table.open()) {
            if (!rounds.stopped()) {
                run(job);
            }
        }
    }

    private void run(ReplayJob job) {
        List<Projection> chosen = projections.stream()
                .filter(projection -> job.projections().contains(projection.name()))
                .toList();
        table.start(job.replayId(), worker);
        try {
            run.run(job, chosen, worker, rounds::stopped);
        } catch (ReplayStopped e) {
            LOG.info("replay {} will be begun anew", job.replayId());
        } catch (ClaimLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("replay {} failed", job.replayId(), e);
            table.failed(job.replayId(), worker, String.valueOf(e.getMessage()));
        }
    }
}
