package io.examledger.command.policy;

import java.util.Optional;

/** What happens by itself after an event: a class with event handlers, run over the log by the platform. */
public interface Policy {
    /**
     * What must stay in order: events of one sequence are handled one after the other, those of different sequences may
     * be handled at the same time.
     *
     * @return empty if the policy is not interested in the event
     */
    Optional<String> sequenceOf(Object payload);
}
