package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import io.examledger.query.replay.Comparison.Found;
import io.examledger.query.replay.ReconciliationView.Status;
import io.examledger.query.replay.ReconciliationView.Sum;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds a second set of tables on and on, compares the served ones with it, and adds up (PLT-5). Only what is new in the
 * log is read, so that it can be done again and again.
 */
final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int TRIES = 100;
    private static final long PAUSE_NANOS = 100_000_000;

    private final List<Projection> projections;
    private final LivePositions live;
    private final ServedVersions served;
    private final SystemReplays replays;
    private final ShadowTables shadow;
    private final ShadowClaim claim;
    private final Rebuild rebuild;
    private final Comparison comparison;
    private final Explanation explanation;
    private final Sums sums;
    private final ReconciliationTable table;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * @param projections whose tables the figures are read from
     * @param snapshot repeatable reads
     */
    Reconciliation(
            List<Projection> projections,
            LivePositions live,
            ServedVersions served,
            SystemReplays replays,
            ShadowTables shadow,
            ShadowClaim claim,
            Rebuild rebuild,
            Comparison comparison,
            Explanation explanation,
            Sums sums,
            ReconciliationTable table,
            TransactionTemplate snapshot,
            TransactionTemplate transaction,
            Clock clock) {
        this.projections = List.copyOf(projections);
        this.live = live;
        this.served = served;
        this.replays = replays;
        this.shadow = shadow;
        this.claim = claim;
        this.rebuild = rebuild;
        this.comparison = comparison;
        this.explanation = explanation;
        this.sums = sums;
        this.table = table;
        this.snapshot = snapshot;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What rows of another version say is not compared with what this one would, nor what another release folds into them. */
    void run() {
        if (!isOfThisRelease()) {
            LOG.info(
                    "figures are not reconciled while rows of another version are served, or built, than this node has");
            return;
        }
        String madeOf = ShadowTables.madeOf();
        if (!shadow.exist() || !table.madeOf().equals(Optional.of(madeOf))) {
            shadow.create();
        }
        if (haveServedColumns()) {
            reconcile(madeOf);
        } else {
            LOG.warn(
                    "figures are not reconciled: a newer release has added columns to them; a replay with a swap adopts them");
        }
    }

    private boolean isOfThisRelease() {
        return served.areOf(projections) && !replays.areForNewerThan(projections);
    }

    private boolean haveServedColumns() {
        return shadow.haveServedColumns(projections.stream()
                .flatMap(projection -> projection.tables().stream())
                .toList());
    }

    private void reconcile(String madeOf) {
        long position = foldAll();
        List<Sum> added = sums.all();
        List<Found> found = projections.stream().map(this::compare).toList();
        List<Difference> differences = explanation.explained(found);
        boolean well = found.stream().allMatch(Found::equal) && added.stream().allMatch(sum -> sum.violations() == 0);
        if (!well && !(isOfThisRelease() && haveServedColumns())) {
            LOG.info("figures that differ are not told of: another release has begun to fold them meanwhile");
            return;
        }
        Instant now = clock.instant();
        ReconciliationView view = new ReconciliationView(
                well ? Status.RECONCILED : Status.DIFFERENT,
                position,
                now,
                found.stream().flatMap(each -> each.tables().stream()).toList(),
                differences,
                added);
        int faults = faults(found, differences, added);
        transaction.executeWithoutResult(status -> {
            claim.renew();
            table.keep(view, now, madeOf, faults);
        });
        if (!well) {
            LOG.error("figures differ from their history: {} faults, see /api/audit/reconciliation", faults);
        }
    }

    /** Tables whose difference is in no row that could be named count as well. */
    private static int faults(List<Found> found, List<Difference> differences, List<Sum> sums) {
        long tables = found.stream()
                .flatMap(each -> each.tables().stream())
                .filter(table -> !table.equal())
                .count();
        long violations = sums.stream().mapToLong(Sum::violations).sum();
        return Math.toIntExact(Math.max(tables, differences.size()) + violations);
    }

    /** All of them to one position, which every served one has reached. */
    private long foldAll() {
        long furthest = projections.stream()
                .mapToLong(projection -> shadow.position(projection.name()))
                .max()
                .orElse(0);
        long upTo = live.least(projections);
        for (int tried = 1; upTo < furthest; tried++) {
            if (tried == TRIES) {
                throw new IllegalStateException("a read model does not go on from " + upTo);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            upTo = live.least(projections);
        }
        for (Projection projection : projections) {
            fold(projection, upTo);
        }
        return upTo;
    }

    private void fold(Projection projection, long upTo) {
        rebuild.fold(List.of(projection), shadow.position(projection.name()), upTo, done -> claim.renew());
    }

    private Found compare(Projection projection) {
        claim.renew();
        Found found = snapshot.execute(status -> {
            long position = live.of(projection);
            fold(projection, position);
            return comparison.compare(projection, position);
        });
        if (found == null) {
            throw new IllegalStateException("nothing was compared");
        }
        claim.renew();
        return found;
    }
}
