package io.examledger.platform.axon;

import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says so when a policy cannot go on: paid orders would wait for their codes. */
@Component("policiesHealthIndicator")
@ForRole(NodeRole.COMMAND)
final class PolicyHealth implements HealthIndicator {
    private final List<PolicyRunner> policies;

    PolicyHealth(List<PolicyRunner> policies) {
        this.policies = policies;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (PolicyRunner policy : policies) {
            policy.failure()
                    .ifPresentOrElse(
                            failure -> health.down()
                                    .withDetail(
                                            policy.name(), failure.getClass().getName()),
                            () -> health.withDetail(policy.name(), policy.isRunning() ? "running" : "stopped"));
        }
        return health.build();
    }
}
