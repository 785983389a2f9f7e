package io.examledger.command;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;

/** Sends the commands of policies: outside the event's unit of work, so that each is durable, or refused, by itself. */
public interface PolicyCommands {
    /**
     * @param cause the event that the command answers; its correlation is carried on
     * @throws Refused if a rule says no
     */
    <R> R send(Object command, Class<R> answer, EventMessage<?> cause);

    /**
     * Sends commands that do not depend on each other, several at a time. Each is decided once for its key: when an event
     * is handled again, what was decided the first time counts.
     *
     * @param cause the event that the commands answer; its correlation is carried on
     * @return for each command, in their order, why a rule said no; empty if it was accepted
     */
    List<Optional<Refusal>> sendEach(List<OnceCommand> commands, EventMessage<?> cause);

    /**
     * @param key unique among the commands of all policies; at most 200 characters
     * @param answer what the command's handler answers
     */
    record OnceCommand(String key, Object command, Class<?> answer) {}
}
