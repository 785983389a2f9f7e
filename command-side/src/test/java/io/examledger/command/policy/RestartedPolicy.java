package io.examledger.command.policy;

import io.examledger.command.testing.CommandSide;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;

/** Feeds the log to a policy as a streaming processor does: an event whose handling failed comes again. */
final class RestartedPolicy {
    private final CommandSide commandSide;
    private final AnnotationEventHandlerAdapter policy;
    private int token;

    RestartedPolicy(CommandSide commandSide, Object policy) {
        this.commandSide = commandSide;
        this.policy = new AnnotationEventHandlerAdapter(policy);
    }

    void handle(EventMessage<?> message) throws Exception {
        policy.handle(message);
    }

    /** Handles what has not been handled, to the end of the log. */
    void run() throws Exception {
        List<? extends EventMessage<?>> log = commandSide.messages();
        while (token < log.size()) {
            handle(log.get(token));
            token++;
            if (token == log.size()) {
                log = commandSide.messages();
            }
        }
    }
}
