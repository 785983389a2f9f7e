package io.examledger.benchmarks.commands;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** A way to decide and store commands. */
interface CommandSide {
    /** Stores history, which no command made. */
    void store(List<DomainEventMessage<?>> events);

    /** Called when the history is stored and before commands are sent. */
    void ready(Batch batch);

    /** Returns when what the command decided is durable; throws if it is refused. */
    void send(Object command, Class<?> answer);

    /** Called when the commands have been sent. */
    default void finished() {}
}
