package io.examledger.platform.axon;

import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says so when a policy cannot go on, with all orders or with some: paid ones would wait for their codes. */
@Component("policiesHealthIndicator")
@ForRole(NodeRole.COMMAND)
final class PolicyHealth extends AbstractHealthIndicator {
    private final List<PolicyRunner> policies;

    PolicyHealth(List<PolicyRunner> policies, MeterRegistry meters) {
        this.policies = policies;
        for (PolicyRunner policy : policies) {
            Gauge.builder("examledger.policy.parked", () -> policy.state().parkedSequences())
                    .description("Sequences that wait for repair")
                    .tag("policy", policy.name())
                    .register(meters);
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<PolicyState> states = policies.stream().map(PolicyRunner::state).toList();
        boolean healthy = states.stream().allMatch(PolicyState::healthy);
        health.status(healthy ? Status.UP : Status.DOWN);
        states.forEach(state -> health.withDetail(state.name(), state));
    }
}
