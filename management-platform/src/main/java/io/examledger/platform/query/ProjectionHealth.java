package io.examledger.platform.query;

import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.projection.ProjectionState;
import io.examledger.query.projection.Projections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says so when a projection has stopped or has parked what it could not apply: it never skips. */
@ForRole(NodeRole.QUERY)
@Component("projectionsHealthIndicator")
final class ProjectionHealth extends AbstractHealthIndicator {
    private final Projections projections;

    ProjectionHealth(Projections projections, MeterRegistry meters) {
        this.projections = projections;
        for (String name : projections.names()) {
            Gauge.builder("examledger.projection.position", () -> of(name).position())
                    .description("Position of the last event that the projection has seen")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("examledger.projection.parked", () -> of(name).parkedSequences())
                    .description("Sequences that wait for repair")
                    .tag("projection", name)
                    .register(meters);
        }
    }

    private ProjectionState of(String name) {
        return projections.states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<ProjectionState> states = projections.states();
        boolean healthy = states.stream()
                .allMatch(state -> state.running() && state.parkedSequences() == 0 && state.error() == null);
        health.status(healthy ? Status.UP : Status.DOWN);
        states.forEach(state -> health.withDetail(state.name(), state));
    }
}
