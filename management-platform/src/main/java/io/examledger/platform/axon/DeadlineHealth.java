package io.examledger.platform.axon;

import io.examledger.platform.deadline.DeadlineSweep;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says so when something that is due fails. It is tried again by itself, ever less often. */
@Component("deadlinesHealthIndicator")
@ForRole(NodeRole.COMMAND)
final class DeadlineHealth extends AbstractHealthIndicator {
    private final DeadlineSweep deadlines;

    DeadlineHealth(DeadlineSweep deadlines, MeterRegistry meters) {
        this.deadlines = deadlines;
        Gauge.builder("examledger.deadlines.failing", deadlines, DeadlineSweep::failing)
                .description("Deadlines that have come, failed, and wait for another try")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        int failing = deadlines.failing();
        (failing == 0 ? health.up() : health.down()).withDetail("failing", failing);
    }
}
