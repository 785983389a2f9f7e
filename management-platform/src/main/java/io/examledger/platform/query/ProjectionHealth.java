package io.examledger.platform.query;

import static java.util.stream.Collectors.toMap;

import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.projection.ProjectionState;
import io.examledger.query.projection.Projections;
import io.examledger.query.replay.VersionUpgrade;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says so when a projection has stopped or has parked what it could not apply: it never skips. And when rows of an older version are
 * served, while newer ones are built beside them (ADR 0021).
 */
@ForRole(NodeRole.QUERY)
@Component("projectionsHealthIndicator")
final class ProjectionHealth extends AbstractHealthIndicator {
    private static final long FRESH_NANOS = 1_000_000_000;
    private final Projections projections;
    private final VersionUpgrade upgrade;
    private Map<String, ProjectionState> scraped = Map.of();
    private long scrapedAt;

    ProjectionHealth(Projections projections, VersionUpgrade upgrade, MeterRegistry meters) {
        this.projections = projections;
        this.upgrade = upgrade;
        for (String name : projections.names()) {
            Gauge.builder("examledger.projection.position", () -> of(name).position())
                    .description("Position of the last event that the projection has seen")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("examledger.projection.parked", () -> of(name).parkedSequences())
                    .description("Sequences that wait for repair")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("examledger.projection.outdated", () -> of(name).outdated() ? 1 : 0)
                    .description("1 while rows of an older version are served and newer ones are built beside them")
                    .tag("projection", name)
                    .register(meters);
        }
    }

    /** Asked for once a scrape, not once a gauge. */
    private synchronized ProjectionState of(String name) {
        long now = System.nanoTime();
        if (scraped.isEmpty() || now - scrapedAt > FRESH_NANOS) {
            scraped = projections.states().stream().collect(toMap(ProjectionState::name, state -> state));
            scrapedAt = now;
        }
        return Objects.requireNonNull(scraped.get(name));
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<ProjectionState> states = projections.states();
        boolean healthy = states.stream()
                .allMatch(state -> state.running() && state.parkedSequences() == 0 && state.error() == null);
        health.status(healthy ? Status.UP : Status.DOWN);
        List<String> outdated = states.stream()
                .filter(ProjectionState::outdated)
                .map(state -> "%s: version %d is served, %d is being built"
                        .formatted(state.name(), state.servedVersion(), state.version()))
                .toList();
        if (!outdated.isEmpty()) {
            health.withDetail("outdated", outdated);
            upgrade.failure().ifPresent(failure -> health.down().withDetail("rebuildFailed", failure));
        }
        states.forEach(state -> health.withDetail(state.name(), state));
    }
}
