package io.examledger.platform.axon;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.Commands;
import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import io.examledger.eventstore.AppendOutcomeUnknownException;
import io.examledger.eventstore.ClaimTakenException;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.ReceiptExistsException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends commands over Axon's bus, in the caller's thread. A lost race is tried again a few times. Idempotency is
 * optimistic: the receipt goes with the events, and only a request whose receipt exists already is looked up (ADR 0006).
 */
final class AxonCommands implements Commands {
    static final String ACTOR = "actor";
    static final String CORRELATION = "correlationId";
    static final String CAUSATION = "causationId";

    private static final int TRIES = 6;
    private static final long SHORTEST_PAUSE_NANOS = 500_000;

    private final CommandBus bus;
    private final LedgerEventStorageEngine engine;
    private final Receipts receipts;

    AxonCommands(CommandBus bus, LedgerEventStorageEngine engine, Receipts receipts) {
        this.bus = bus;
        this.engine = engine;
        this.receipts = receipts;
    }

    @Override
    public <R> Outcome<R> send(Object command, Class<R> answer, CommandContext context) {
        try {
            return sendOrReplay(command, answer, context);
        } catch (AppendOutcomeUnknownException e) {
            throw new OutcomeUnknown(e);
        }
    }

    private <R> Outcome<R> sendOrReplay(Object command, Class<R> answer, CommandContext context) {
        Idempotency idempotency = context.idempotency();
        try {
            return sendAgainAfterLostRaces(command, answer, context);
        } catch (ReceiptExistsException e) {
            if (idempotency == null) {
                throw e;
            }
            return replayStored(answer, context, idempotency);
        } catch (Refused refused) {
            return idempotency == null ? rethrow(refused) : refuse(refused, answer, context, idempotency);
        }
    }

    /** Keeps the refusal for a repeat, unless this is one: then what it repeats is answered. */
    private <R> Outcome<R> refuse(Refused refused, Class<R> answer, CommandContext context, Idempotency idempotency) {
        try {
            engine.append(receipts.ofRefusal(refused.refusal(), context, idempotency));
        } catch (ReceiptExistsException e) {
            return replayStored(answer, context, idempotency);
        }
        throw refused;
    }

    @Override
    public <R> Optional<Outcome<R>> replay(Class<R> answer, CommandContext context) {
        Idempotency idempotency = context.idempotency();
        return idempotency == null ? Optional.empty() : receipts.replay(answer, context, idempotency);
    }

    private <R> Outcome<R> replayStored(Class<R> answer, CommandContext context, Idempotency idempotency) {
        return receipts.replay(answer, context, idempotency)
                .orElseThrow(() -> new IllegalStateException("a receipt that exists was not found"));
    }

    private static <R> Outcome<R> rethrow(Refused refused) {
        throw refused;
    }

    private <R> Outcome<R> sendAgainAfterLostRaces(Object command, Class<R> answer, CommandContext context) {
        boolean failed = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return sendOnce(command, answer, context);
            } catch (Refused | IllegalStateException e) {
                // A cached aggregate may be behind another node's append, and what it remembers be refused, or not make
                // sense beside what is read from the log. The failure has evicted it: ask once more.
                if (failed) {
                    throw e;
                }
                failed = true;
            } catch (ConcurrencyException | ClaimTakenException | LockAcquisitionFailedException e) {
                if (attempt == TRIES) {
                    throw new ConcurrencyException("lost " + TRIES + " races in a row", e);
                }
                long longest = SHORTEST_PAUSE_NANOS << attempt;
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS, longest));
            }
        }
    }

    private <R> Outcome<R> sendOnce(Object command, Class<R> answer, CommandContext context) {
        Dispatch dispatch = new Dispatch(context);
        CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(
                        ACTOR,
                        context.caller().subject(),
                        CORRELATION,
                        context.correlationId(),
                        CAUSATION,
                        context.causationId(),
                        Dispatch.KEY,
                        dispatch));
        AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
        bus.dispatch(message, (sent, answered) -> result.set(answered));
        CommandResultMessage<?> answered = result.get();
        if (answered == null) {
            throw new IllegalStateException("the command bus did not answer in the caller's thread");
        }
        if (answered.isExceptional()) {
            throw failure(answered.exceptionResult());
        }
        return new Outcome<>(answer.cast(answered.getPayload()), dispatch.position(), false);
    }

    private static RuntimeException failure(Throwable thrown) {
        return switch (thrown) {
            case AggregateNotFoundException e -> Refusals.notFound();
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(thrown);
        };
    }
}
