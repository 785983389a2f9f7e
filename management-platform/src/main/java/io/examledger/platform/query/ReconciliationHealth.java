package io.examledger.platform.query;

import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.replay.ReconciliationWorker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says so when a figure is not what its history gives, and when that has not been looked at for too long (PLT-5). */
@ForRole(NodeRole.QUERY)
@Component("reconciliationHealthIndicator")
final class ReconciliationHealth extends AbstractHealthIndicator {
    private final ReconciliationWorker reconciliation;

    ReconciliationHealth(ReconciliationWorker reconciliation, MeterRegistry meters) {
        this.reconciliation = reconciliation;
        Gauge.builder(
                        "examledger.reconciliation.faults",
                        () -> reconciliation.faults().map(Integer::doubleValue).orElse(Double.NaN))
                .description(
                        "Rows that differ from their history, and sums that do not add up; no number before the first")
                .register(meters);
        Gauge.builder(
                        "examledger.reconciliation.overdue.seconds",
                        () -> reconciliation.overdue().map(Duration::toSeconds).orElse(0L))
                .description("For how long no reconciliation has come to an end; 0 while that is not too long")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<Integer> faults = reconciliation.faults();
        if (faults.orElse(0) > 0) {
            health.down().withDetail("see", "/api/audit/reconciliation");
        } else {
            health.up();
        }
        reconciliation
                .overdue()
                .ifPresent(age -> health.down().withDetail("overdue", "none has come to an end for " + age));
        health.withDetail("faults", faults.map(String::valueOf).orElse("not reconciled yet"));
    }
}
