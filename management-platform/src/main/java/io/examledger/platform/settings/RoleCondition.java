package io.examledger.platform.settings;

import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import java.util.Arrays;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this node has a role; without the setting it has all. */
final class RoleCondition implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
        NodeRole wanted = annotated.getAnnotations().get(ForRole.class).getEnum("value", NodeRole.class);
        return Binder.get(context.getEnvironment())
                .bind("examledger.roles", NodeRole[].class)
                .map(roles -> Arrays.asList(roles).contains(wanted))
                .orElse(true);
    }
}
