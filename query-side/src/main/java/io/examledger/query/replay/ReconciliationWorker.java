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
    private final Duration longest;
    private final Rounds rounds;
    private volatile long startedAt = System.nanoTime();

    ReconciliationWorker(
            Reconciliation reconciliation,
            ShadowClaim claim,
            ReconciliationTable table,
            ReconciliationSettings settings) {
        this.reconciliation = reconciliation;
        this.claim = claim;
        this.table = table;
        this.longest = settings.longest();
        this.rounds = new Rounds("reconciliation", settings.every(), settings.every(), this::work);
    }

    @Override
    public void start() {
        startedAt = System.nanoTime();
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

    /**
     * For how long none has come to an end, here or elsewhere, if that is too long: since the last one, or since the start of this
     * node if that was later. Empty if all is well.
     */
    public Optional<Duration> overdue() {
        Duration here = Duration.ofNanos(System.nanoTime() - startedAt);
        Duration age = table.age().filter(last -> last.compareTo(here) < 0).orElse(here);
        return age.compareTo(longest) > 0 ? Optional.of(age) : Optional.empty();
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
