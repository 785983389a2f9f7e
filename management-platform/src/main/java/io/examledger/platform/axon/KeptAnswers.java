package io.examledger.platform.axon;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.Commands.IdempotencyKeyReused;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.Commands.OutcomeUnknown;
import io.examledger.eventstore.AppendOutcomeUnknownException;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.ReceiptExistsException;
import java.util.Optional;

/**
 * Keeps what a request that is no command is answered, so that a repeat is answered the same (ADR 0006). Nothing but the
 * receipt is stored: whoever keeps an answer does afterwards what it says, in a way that does no harm when done twice, and
 * does it again on a repeat, because the first time may have ended in between.
 */
public final class KeptAnswers {
    private final LedgerEventStorageEngine engine;
    private final Receipts receipts;

    KeptAnswers(LedgerEventStorageEngine engine, Receipts receipts) {
        this.engine = engine;
        this.receipts = receipts;
    }

    /**
     * What this request was answered when its key was first used; empty if it has no key, or a new one.
     *
     * @throws IdempotencyKeyReused if the key was used with another request
     */
    public <R> Optional<Outcome<R>> earlier(Class<R> type, CommandContext context) {
        Idempotency idempotency = context.idempotency();
        return idempotency == null ? Optional.empty() : receipts.replay(type, context, idempotency);
    }

    /**
     * Keeps the answer if the request has a key.
     *
     * @return this answer, or the one of a request with the same key that was faster
     * @throws IdempotencyKeyReused if that was another request
     * @throws OutcomeUnknown if the connection broke; a repeat with the same key will tell
     */
    public <R> Outcome<R> keep(R answer, Class<R> type, CommandContext context) {
        Idempotency idempotency = context.idempotency();
        if (idempotency == null) {
            return new Outcome<>(answer, engine.headPosition(), false);
        }
        try {
            return new Outcome<>(answer, engine.append(receipts.ofAnswer(answer, context, idempotency)), false);
        } catch (ReceiptExistsException e) {
            return earlier(type, context).orElseThrow(() -> e);
        } catch (AppendOutcomeUnknownException e) {
            throw new OutcomeUnknown(e);
        }
    }

    /** The same outcome, at the position of whatever has come of it until now. */
    public <R> Outcome<R> upToNow(Outcome<R> outcome) {
        return new Outcome<>(outcome.answer(), engine.headPosition(), outcome.replayed());
    }
}
