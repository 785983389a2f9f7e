package io.examledger.platform.axon;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.PolicyCommands;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.EventMessage;

/**
 * Sends policies' commands in threads of their own: Axon would nest them in the event's unit of work and store their
 * events at the end of the batch.
 */
final class OwnThreadPolicyCommands implements PolicyCommands, AutoCloseable {
    private static final Caller POLICY = new Caller("policy", Optional.empty(), Set.of(Role.OPERATOR));

    private final Commands commands;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("policy-command-", 0).factory());

    OwnThreadPolicyCommands(Commands commands) {
        this.commands = commands;
    }

    @Override
    public <R> R send(Object command, Class<R> answer, EventMessage<?> cause) {
        Object correlation = cause.getMetaData().getOrDefault(AxonCommands.CORRELATION, cause.getIdentifier());
        CommandContext context = new CommandContext(POLICY, String.valueOf(correlation), cause.getIdentifier(), null);
        try {
            return threads.submit(() -> commands.send(command, answer, context).answer())
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a policy waited for its command", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
