package io.examledger.platform.axon;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.Commands.IdempotencyKeyReused;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.eventstore.Ledger;
import io.examledger.eventstore.Ledger.Receipted;
import io.examledger.eventstore.Receipt;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.account.AccountId;
import io.examledger.platform.crypto.ReceiptVault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads what a request was answered. Encrypted: an answer may hold a code string. */
final class Receipts {
    private final Ledger ledger;
    private final ReceiptVault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    Receipts(Ledger ledger, ReceiptVault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /** One of the two is there. */
    private record Stored(
            @Nullable JsonNode answer, @Nullable StoredRefusal refusal) {}

    private record StoredRefusal(
            String kind,
            String code,
            String detail,
            @Nullable String field) {}

    Receipt ofAnswer(Object answer, CommandContext context, Idempotency idempotency) {
        return receipt(new Stored(json.valueToTree(answer), null), context, idempotency);
    }

    Receipt ofRefusal(Refusal refusal, CommandContext context, Idempotency idempotency) {
        StoredRefusal stored = switch (refusal) {
            case Refusal.NotFound r -> new StoredRefusal("not-found", r.code(), r.detail(), null);
            case Refusal.Forbidden r -> new StoredRefusal("forbidden", r.code(), r.detail(), null);
            case Refusal.Conflict r -> new StoredRefusal("conflict", r.code(), r.detail(), null);
            case Refusal.Invalid r -> new StoredRefusal("invalid", r.code(), r.detail(), r.field());
        };
        return receipt(new Stored(null, stored), context, idempotency);
    }

    /** Who asks, for which account: a person who changes companies leaves what they were answered there. */
    private static String scope(Caller caller) {
        return caller.account().map(AccountId::value).orElse("") + "|" + caller.subject();
    }

    private Receipt receipt(Stored stored, CommandContext context, Idempotency idempotency) {
        String scope = scope(context.caller());
        byte[] sealed = vault.seal(json.writeValueAsBytes(stored), scope, idempotency.key());
        return new Receipt(scope, idempotency.key(), idempotency.fingerprint(), sealed);
    }

    /**
     * Answers a repeated request as the first time; empty if it is the first time.
     *
     * @throws Refused if the first one was refused
     * @throws IdempotencyKeyReused if the first one was another request
     */
    <R> Optional<Outcome<R>> replay(Class<R> answer, CommandContext context, Idempotency idempotency) {
        return ledger.receipt(scope(context.caller()), idempotency.key())
                .map(found -> replay(found, answer, context, idempotency));
    }

    private <R> Outcome<R> replay(Receipted found, Class<R> answer, CommandContext context, Idempotency idempotency) {
        String scope = scope(context.caller());
        if (!found.receipt().fingerprint().equals(idempotency.fingerprint())) {
            throw new IdempotencyKeyReused();
        }
        Stored stored = json.readValue(vault.open(found.receipt().answer(), scope, idempotency.key()), Stored.class);
        if (stored.refusal() != null) {
            throw Refused.replayed(refusal(stored.refusal()));
        }
        return new Outcome<>(json.treeToValue(stored.answer(), answer), found.position(), true);
    }

    private static Refusal refusal(StoredRefusal stored) {
        return switch (stored.kind()) {
            case "not-found" -> new Refusal.NotFound(stored.code(), stored.detail());
            case "forbidden" -> new Refusal.Forbidden(stored.code(), stored.detail());
            case "conflict" -> new Refusal.Conflict(stored.code(), stored.detail());
            case "invalid" -> new Refusal.Invalid(stored.code(), stored.detail(), String.valueOf(stored.field()));
            default -> throw new IllegalStateException("a receipt holds a refusal of kind " + stored.kind());
        };
    }
}
