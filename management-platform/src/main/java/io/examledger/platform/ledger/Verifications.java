package io.examledger.platform.ledger;

import io.examledger.command.Refusals;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.tree.LoggedRows;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.platform.ledger.Verification.Asked;
import io.examledger.platform.ledger.Verification.Status;
import io.examledger.query.BadQuery;
import io.examledger.query.IdempotencyKeyReused;
import io.examledger.query.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Takes orders for verifications of the log, and tells what has become of them. */
final class Verifications {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** The workers are everybody's. */
    private static final int MOST_RUNNING = 5;

    private final LoggedRows rows;
    private final VerificationTable table;
    private final VerificationWorker worker;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Duration patience;

    /** @param patience how long a result is waited for */
    Verifications(
            LoggedRows rows,
            VerificationTable table,
            VerificationWorker worker,
            Identifiers identifiers,
            Clock clock,
            Duration patience) {
        this.rows = rows;
        this.table = table;
        this.worker = worker;
        this.identifiers = identifiers;
        this.clock = clock;
        this.patience = patience;
    }

    /** What a request became. */
    record Accepted(Verification.View verification, boolean replayed) {}

    /**
     * Waits a few seconds for the result.
     *
     * @param key null if the client sent none; with one that came before, nothing new is begun (ADR 0013)
     * @throws BadQuery if there are no such events
     * @throws IdempotencyKeyReused if the key was used with another request
     */
    Accepted request(Caller caller, Asked asked, @Nullable IdempotencyKey key) {
        String scope = caller.account().map(AccountId::value).orElse("") + "|" + caller.subject();
        Optional<Verification> earlier = earlier(scope, key);
        if (earlier.isEmpty()) {
            Verification fresh = fresh(asked);
            if (table.running() >= MOST_RUNNING) {
                throw Refusals.conflict(
                        "ledger-verification.too-many",
                        "There are " + MOST_RUNNING + " verifications that have not ended. Wait for one of them.");
            }
            if (table.insert(fresh, scope, key, clock.instant())) {
                worker.wake();
                return new Accepted(answered(awaited(fresh)).firstView(), false);
            }
            earlier = earlier(scope, key);
        }
        Verification first = earlier.orElseThrow();
        if (!first.asked().equals(asked)) {
            throw new IdempotencyKeyReused();
        }
        return new Accepted(
                answered(first.firstAnswered() == null ? awaited(first) : first).firstView(), true);
    }

    private Optional<Verification> earlier(String scope, @Nullable IdempotencyKey key) {
        return key == null ? Optional.empty() : table.byKey(scope, key);
    }

    private Verification fresh(Asked asked) {
        long size = rows.last().map(LoggedEvent::position).orElse(0L);
        long from = asked.from() == null ? 1 : asked.from();
        long to = asked.to() == null ? size : asked.to();
        if (from < 1 || (from > size && from > 1)) {
            throw new BadQuery("from", "the position of an event, from 1 to " + size);
        }
        if (to > size || (to < from && to < size)) {
            throw new BadQuery("to", "the position of an event, from " + from + " to " + size);
        }
        return new Verification(identifiers.next(), asked, from, to, Status.RUNNING, 0, 0, null, null);
    }

    private Verification awaited(Verification verification) {
        long end = System.nanoTime() + patience.toNanos();
        Verification now = byId(verification.verificationId());
        while (now.status() == Status.RUNNING && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            now = byId(verification.verificationId());
        }
        return now;
    }

    private Verification answered(Verification verification) {
        if (verification.status() == Status.RUNNING && verification.firstAnswered() == null) {
            table.answered(verification);
        }
        return verification;
    }

    /** @throws NotFound if there is none */
    Verification byId(String id) {
        return table.byId(id).orElseThrow(() -> new NotFound("verification"));
    }
}
