package io.examledger.platform.axon;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.Commands;
import io.examledger.command.PolicyCommands;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Sends policies' commands in threads of their own: Axon would nest them in the event's unit of work and store their
 * events at the end of the batch.
 */
final class OwnThreadPolicyCommands implements PolicyCommands, AutoCloseable {
    /** As many as one append of the log can take together without keeping other commands waiting. */
    private static final int SEVERAL = 8;

    /** A policy's key says all about its command. */
    private static final String FINGERPRINT = "policy";

    private static final Caller POLICY = new Caller("policy", Optional.empty(), Set.of(Role.OPERATOR));

    private final Commands commands;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("policy-command-", 0).factory());
    private final ExecutorService several = Executors.newFixedThreadPool(
            SEVERAL, Thread.ofPlatform().daemon().name("policy-commands-", 0).factory());

    OwnThreadPolicyCommands(Commands commands) {
        this.commands = commands;
    }

    @Override
    public <R> R send(Object command, Class<R> answer, EventMessage<?> cause) {
        CommandContext context = context(cause, null);
        return await(
                threads.submit(() -> commands.send(command, answer, context).answer()));
    }

    /** The log stores in groups, so that several at a time cost little more than one. */
    @Override
    public List<Optional<Refusal>> sendEach(List<OnceCommand> each, EventMessage<?> cause) {
        List<Callable<Optional<Refusal>>> sends = each.stream()
                .<Callable<Optional<Refusal>>>map(once -> () -> sendOnce(once, cause))
                .toList();
        try {
            return several.invokeAll(sends).stream()
                    .map(OwnThreadPolicyCommands::await)
                    .toList();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Optional<Refusal> sendOnce(OnceCommand once, EventMessage<?> cause) {
        try {
            commands.send(once.command(), once.answer(), context(cause, new Idempotency(once.key(), FINGERPRINT)));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }

    private static CommandContext context(EventMessage<?> cause, @Nullable Idempotency idempotency) {
        Object correlation = cause.getMetaData().getOrDefault(AxonCommands.CORRELATION, cause.getIdentifier());
        return new CommandContext(POLICY, String.valueOf(correlation), cause.getIdentifier(), idempotency);
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while a policy waited for its command", e);
    }

    @Override
    public void close() {
        threads.close();
        several.close();
    }
}
