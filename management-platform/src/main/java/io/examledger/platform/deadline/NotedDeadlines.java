package io.examledger.platform.deadline;

import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.command.policy.Policy;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Folds events into the table of deadlines, in the transaction that stores how far the log was read. */
public final class NotedDeadlines implements Policy {
    private static final String CORRELATION = "correlationId";

    private final List<DeadlineRule> rules;
    private final DeadlineTable table;
    private final Runnable changed;

    /** @param changed run when a change is committed */
    public NotedDeadlines(List<DeadlineRule> rules, DataSource dataSource, Runnable changed) {
        this.rules = List.copyOf(rules);
        this.table = new DeadlineTable(dataSource);
        this.changed = changed;
    }

    /** All in one: what sets a deadline and what lifts it may be about different things. */
    @Override
    public Optional<String> sequenceOf(Object payload) {
        return rules.stream().anyMatch(rule -> !rule.after(payload).isEmpty())
                ? Optional.of("deadlines")
                : Optional.empty();
    }

    @EventHandler
    void on(Object payload, EventMessage<?> event) {
        for (DeadlineRule rule : rules) {
            rule.after(payload).forEach(change -> note(rule.kind(), change, event));
        }
        if (!CurrentUnitOfWork.ifStarted(batch -> batch.afterCommit(done -> changed.run()))) {
            changed.run();
        }
    }

    private void note(String kind, DeadlineChange change, EventMessage<?> event) {
        switch (change) {
            case DeadlineChange.Set set ->
                table.set(new Deadline(
                        kind,
                        set.key(),
                        set.due(),
                        0,
                        positionOf(event),
                        event.getIdentifier(),
                        String.valueOf(event.getMetaData().getOrDefault(CORRELATION, event.getIdentifier()))));
            case DeadlineChange.Lift lift -> table.lift(kind, lift.key());
        }
    }

    private static long positionOf(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked) {
            return tracked.trackingToken().position().orElseThrow();
        }
        throw new IllegalStateException("an event that does not come from the log");
    }
}
