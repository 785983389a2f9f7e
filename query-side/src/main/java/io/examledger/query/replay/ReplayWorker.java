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
    static final int ROUNDS = 6;

    private final ReplayTable table;
    private final ShadowClaim claim;
    private final ServedVersions served;
    private final ReplayRun run;
    private final List<Projection> projections;
    private final String worker;
    private final Rounds rounds;

    ReplayWorker(
            ReplayTable table,
            ShadowClaim claim,
            ServedVersions served,
            ReplayRun run,
            List<Projection> projections,
            String worker,
            Duration silence) {
        this.table = table;
        this.claim = claim;
        this.served = served;
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

    /** Does what there is in the caller's thread, if no other node does. */
    void work() {
        if (!open().isEmpty()) {
            claim.hold(this::doAll);
        }
    }

    /** What needs a newer release than this node's is left to the nodes that have it. */
    boolean canDo(ReplayJob job) {
        return job.canBeDoneWith(projections) && !served.areNewerThan(job.of(projections));
    }

    private List<ReplayJob> open() {
        return table.open().stream().filter(this::canDo).toList();
    }

    private void doAll() {
        for (ReplayJob job : open()) {
            if (!rounds.stopped()) {
                run(job);
            }
        }
    }

    private void run(ReplayJob job) {
        table.start(job.replayId(), worker);
        try {
            run.run(job, job.of(projections), worker, rounds::stopped);
        } catch (ReplayStopped e) {
            LOG.info("replay {} will be begun anew", job.replayId());
        } catch (ClaimLost e) {
            throw e;
        } catch (RuntimeException e) {
            failed(job, String.valueOf(e.getMessage()), e);
        } catch (Error e) {
            // Or the next round would begin it anew, and so on without a pause.
            failed(job, e.toString(), e);
            throw e;
        }
    }

    private void failed(ReplayJob job, String failure, Throwable cause) {
        LOG.error("replay {} failed", job.replayId(), cause);
        table.failed(job.replayId(), worker, failure);
    }
}
