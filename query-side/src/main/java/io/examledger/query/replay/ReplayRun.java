package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one replay: rebuilds, compares, explains what differs, and swaps if it is to. */
final class ReplayRun {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);

    /** So near to the live run that the rest can be folded beside a snapshot. */
    private static final long NEAR = 2_000;

    private final ReplayTable table;
    private final LivePositions live;
    private final ServedVersions served;
    private final ShadowTables shadow;
    private final ShadowClaim claim;
    private final Rebuild rebuild;
    private final Comparison comparison;
    private final Explanation explanation;
    private final Swap swap;
    private final TransactionTemplate snapshot;

    ReplayRun(
            ReplayTable table,
            LivePositions live,
            ServedVersions served,
            ShadowTables shadow,
            ShadowClaim claim,
            Rebuild rebuild,
            Comparison comparison,
            Explanation explanation,
            Swap swap,
            TransactionTemplate snapshot) {
        this.table = table;
        this.live = live;
        this.served = served;
        this.shadow = shadow;
        this.claim = claim;
        this.rebuild = rebuild;
        this.comparison = comparison;
        this.explanation = explanation;
        this.swap = swap;
        this.snapshot = snapshot;
    }

    /**
     * Does all of it, and says in the table of replays that it is done.
     *
     * @param stopped asked after each page of events
     * @throws ReplayStopped if the answer was yes
     * @throws ClaimLost if another worker has taken over
     * @throws RuntimeException if an event cannot be folded, or the swap could not be made; nothing served has changed
     */
    void run(ReplayJob job, List<Projection> projections, String worker, BooleanSupplier stopped) {
        claim.renew();
        shadow.createBare(projections);
        try {
            rebuild(job, projections, stopped);
            boolean raising = !served.outdated(projections).isEmpty();
            List<Comparison.Found> found =
                    projections.stream().map(this::compare).toList();
            List<TableView> tables =
                    found.stream().flatMap(each -> each.tables().stream()).toList();
            // What another version gives differs by intent: no event explains it.
            List<Difference> differences = raising
                    ? found.stream()
                            .flatMap(each -> each.differences().stream())
                            .toList()
                    : explanation.explained(found);
            Outcome outcome = new Outcome(false, tables, differences);
            claim.renew();
            if (job.swap()) {
                table.compared(job.replayId(), outcome);
                shadow.complete();
                projections.forEach(this::catchUp);
                swap.swap(projections, () -> table.done(job.replayId(), worker, outcome.afterSwap()));
            } else {
                table.done(job.replayId(), worker, outcome);
            }
            LOG.info("replay {} is done{}", job.replayId(), job.swap() ? ", and what it built is served" : "");
        } finally {
            drop();
        }
    }

    /** What went wrong before is what matters. */
    private void drop() {
        try {
            claim.renew();
            shadow.drop();
        } catch (RuntimeException e) {
            LOG.warn("rebuilt tables are left in {} until the next replay", shadow.schema(), e);
        }
    }

    private void rebuild(ReplayJob job, List<Projection> projections, BooleanSupplier stopped) {
        Progress progress = new Progress(job.replayId());
        long done = 0;
        for (long upTo = live.least(projections); upTo - done > NEAR || done == 0; upTo = live.least(projections)) {
            long total = upTo;
            rebuild.fold(projections, done, upTo, position -> {
                claim.renew();
                if (stopped.getAsBoolean()) {
                    throw new ReplayStopped();
                }
                progress.tell(position, total);
            });
            done = upTo;
            if (upTo == 0) {
                return;
            }
        }
    }

    /** Once more, after what took its time: little is to be left for the swap, which holds the live run. */
    private void catchUp(Projection projection) {
        claim.renew();
        rebuild.fold(
                List.of(projection), shadow.position(projection.name()), live.of(projection), done -> claim.renew());
    }

    private Comparison.Found compare(Projection projection) {
        claim.renew();
        Comparison.Found found = snapshot.execute(status -> {
            long position = live.of(projection);
            rebuild.fold(List.of(projection), shadow.position(projection.name()), position, done -> claim.renew());
            return comparison.compare(projection, position);
        });
        if (found == null) {
            throw new IllegalStateException("nothing was compared");
        }
        if (!found.equal() && served.outdated(List.of(projection)).isEmpty()) {
            LOG.warn("the read model {} differs from its history", projection.name());
        }
        return found;
    }

    /** Tells how far it is: others at each page, the log now and then. */
    private final class Progress {
        private static final long EACH_NANOS = 10_000_000_000L;
        private final String replayId;
        private final long begun = System.nanoTime();
        private long told = begun;

        Progress(String replayId) {
            this.replayId = replayId;
        }

        void tell(long done, long total) {
            table.progress(replayId, done, total);
            long now = System.nanoTime();
            if (now - told > EACH_NANOS) {
                told = now;
                double seconds = (now - begun) / 1e9;
                long rate = Math.max(1, Math.round(done / seconds));
                LOG.info(
                        "replay {}: {} of {} events, {}/s, {} s left",
                        replayId,
                        done,
                        total,
                        rate,
                        (total - done) / rate);
            }
        }
    }
}
