package io.examledger.query.replay;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.query.jobs.Rounds;
import io.examledger.query.projection.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that rows of the present versions of the projections are served. Where older ones are, a replay with a swap is asked
 * for, once in the cluster, and again after a pause if it failed; until it is done the older ones are served and folded on. A
 * node of an older release finds nothing to do.
 */
public final class VersionUpgrade implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(VersionUpgrade.class);
    private static final int LONGEST_PAUSE_DOUBLINGS = 6;

    private final List<Projection> projections;
    private final ServedVersions served;
    private final ReplayTable table;
    private final SystemReplays replays;
    private final ReplayWorker worker;
    private final Identifiers identifiers;
    private final Duration firstPause;
    private final Rounds rounds;

    /**
     * @param look how often the served versions are looked at
     * @param firstPause after a replay that failed; doubled with each that fails again, 64 times as long at most
     */
    VersionUpgrade(
            List<Projection> projections,
            ServedVersions served,
            ReplayTable table,
            SystemReplays replays,
            ReplayWorker worker,
            Identifiers identifiers,
            Duration look,
            Duration firstPause) {
        this.projections = List.copyOf(projections);
        this.served = served;
        this.table = table;
        this.replays = replays;
        this.worker = worker;
        this.identifiers = identifiers;
        this.firstPause = firstPause;
        this.rounds = new Rounds("read-model-versions", look, this::look);
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

    /** What the last replay failed with, while rows of an older version are served for that reason. */
    public Optional<String> failure() {
        List<Projection> outdated = served.outdated(projections);
        return outdated.isEmpty() ? Optional.empty() : replays.failure(job("", outdated));
    }

    /** The number comes first: what another node asks for and finishes meanwhile is not asked for again. */
    void look() {
        int number = replays.number();
        List<Projection> outdated = served.outdated(projections);
        if (outdated.isEmpty() || isUnderWay(outdated)) {
            return;
        }
        ReplayJob job = job(identifiers.next(), outdated);
        if (isDue(replays.attempts(job)) && replays.ask(job, number)) {
            LOG.info(
                    "rows of older versions are served; {} are built beside them by replay {}",
                    job.versions(),
                    job.replayId());
            worker.wake();
        }
    }

    /** Also if somebody else has asked for it; not if it takes a newer release, of which there may be no node any more. */
    private boolean isUnderWay(List<Projection> outdated) {
        return table.open().stream()
                .anyMatch(job -> job.swap()
                        && worker.canDo(job)
                        && job.projections()
                                .containsAll(
                                        outdated.stream().map(Projection::name).toList()));
    }

    private boolean isDue(List<SystemReplays.Attempt> attempts) {
        if (attempts.isEmpty()) {
            return true;
        }
        int doublings = Math.min(attempts.size() - 1, LONGEST_PAUSE_DOUBLINGS);
        return attempts.getFirst().ago().compareTo(firstPause.multipliedBy(1L << doublings)) >= 0;
    }

    private static ReplayJob job(String replayId, List<Projection> outdated) {
        return new ReplayJob(replayId, ReplayJob.versionsOf(outdated), true);
    }
}
