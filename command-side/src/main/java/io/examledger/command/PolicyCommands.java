package io.examledger.command;

import org.axonframework.eventhandling.EventMessage;

/** Sends the commands of policies: outside the event's unit of work, so that each is durable, or refused, by itself. */
public interface PolicyCommands {
    /**
     * @param cause the event that the command answers; its correlation is carried on
     * @throws Refused if a rule says no
     */
    <R> R send(Object command, Class<R> answer, EventMessage<?> cause);
}
