package io.examledger.platform.web;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.Commands;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.command.Throttled;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that do nothing but go wrong; there for the tests that import it. */
@RestController
@TestComponent
@RolesAllowed("OPERATOR")
class ProbeController {
    record Part(int amount) {
        Part {
            if (amount <= 0) {
                throw new IllegalArgumentException("an amount is positive");
            }
        }
    }

    record Body(
            String text,
            int count,
            Instant when,
            Role role,
            List<Part> parts,
            @Nullable Map<String, String> labels,
            @Nullable AccountId account) {}

    record Seen(
            String correlationId,
            @Nullable String key,
            @Nullable String fingerprint) {}

    @PostMapping("/probe/body")
    Body body(@RequestBody Body body) {
        return body;
    }

    @GetMapping("/probe/search")
    int search(@RequestParam int limit, @RequestParam(required = false) @Nullable String text) {
        return limit;
    }

    @GetMapping("/probe/accounts/{id}")
    String account(@PathVariable AccountId id) {
        return id.value();
    }

    @PostMapping("/probe/context")
    Seen context(CommandContext context) {
        Idempotency idempotency = context.idempotency();
        return idempotency == null
                ? new Seen(context.correlationId(), null, null)
                : new Seen(context.correlationId(), idempotency.key(), idempotency.fingerprint());
    }

    @GetMapping("/probe/fail/{what}")
    AccountId fail(@PathVariable String what) {
        if (what.equals("value")) {
            return new AccountId(" ");
        }
        throw switch (what) {
            case "not-found" -> new Refused(new Refusal.NotFound("thing.unknown", "There is no such thing."));
            case "forbidden" -> new Refused(new Refusal.Forbidden("thing.forbidden", "Not for you."));
            case "conflict" -> new Refused(new Refusal.Conflict("thing.taken", "It is taken."));
            case "invalid" -> new Refused(new Refusal.Invalid("thing.invalid", "Must be odd.", "number"));
            case "reused" -> new Commands.IdempotencyKeyReused();
            case "lost-race" -> new ConcurrencyException("secret");
            case "outcome-unknown" -> new Commands.OutcomeUnknown(new IllegalStateException("secret"));
            case "no-database" -> new DataAccessResourceFailureException("secret");
            case "throttled" -> new Throttled(Duration.ofMillis(2_001));
            default -> new IllegalArgumentException("secret");
        };
    }
}
