package io.examledger.query.replay;

import io.examledger.query.jobs.Rounds;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** Reconciles again and again, on one node of the cluster at a time. */
public final class ReconciliationWorker implements SmartLifecycle {
    private final Reconciliation reconciliation;
    private final ShadowClaim claim;
    private final ReconciliationTable table;
    private final Rounds rounds;

    ReconciliationWorker(Reconciliation reconciliation, ShadowClaim claim, ReconciliationTable table, Duration pause) {
        this.reconciliation = reconciliation;
        this.claim = claim;
        this.table = table;
        this.rounds = new Rounds("reconciliation", pause, pause, this::work);
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

    /** What the last one found, here or elsewhere; empty before the first. */
    public Optional<ReconciliationView> last() {
        return table.last();
    }

    /** Number of rows that differ and sums that do not add up; empty before the first. */
    public Optional<Integer> faults() {
        return table.faults();
    }

    /** Reconciles in the caller's thread, if no other node does. */
    void work() {
        claim.hold(reconciliation::run);
    }
}
