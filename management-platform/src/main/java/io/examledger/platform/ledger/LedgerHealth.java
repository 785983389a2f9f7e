package io.examledger.platform.ledger;

import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says so when the log is not what was anchored, when the last verification found a fault, or when heads do not get out. */
@Component("ledgerHealthIndicator")
@ForRole(NodeRole.QUERY)
final class LedgerHealth extends AbstractHealthIndicator {
    private final SignedHeads heads;
    private final AnchorTable anchors;
    private final AnchorSweep sweep;
    private final VerificationTable verifications;

    LedgerHealth(
            SignedHeads heads,
            AnchorTable anchors,
            AnchorSweep sweep,
            VerificationTable verifications,
            MeterRegistry meters) {
        this.heads = heads;
        this.anchors = anchors;
        this.sweep = sweep;
        this.verifications = verifications;
        gauge("contradicts", "1 if the log is not the one that was anchored", meters, () -> contradicts() ? 1 : 0);
        gauge(
                "broken",
                "1 if the last verification found a fault",
                meters,
                () -> standingFault().isPresent() ? 1 : 0);
        gauge("anchored.size", "Events that the last anchored head speaks for", meters, this::anchored);
        gauge(
                "anchors.failing",
                "Places that heads do not get to",
                meters,
                () -> sweep.failing().size());
    }

    private static void gauge(String name, String description, MeterRegistry meters, Supplier<Number> value) {
        Gauge.builder("examledger.ledger." + name, value)
                .description(description)
                .register(meters);
    }

    private boolean contradicts() {
        return heads.lastContradiction().isPresent();
    }

    private Optional<Long> standingFault() {
        return verifications.standingFault();
    }

    private long anchored() {
        return anchors.last().map(Anchor::size).orElse(0L);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> failing = sweep.failing();
        health.up().withDetail("anchored", anchored()).withDetail("failing", failing);
        if (!failing.isEmpty()) {
            health.down();
        }
        heads.lastContradiction().ifPresent(found -> health.down().withDetail("contradiction", found));
        standingFault().ifPresent(position -> health.down().withDetail("faultAt", position));
    }
}
