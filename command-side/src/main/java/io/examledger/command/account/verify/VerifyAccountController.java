package io.examledger.command.account.verify;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Fields;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.Verification;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/accounts/{id}/verification}. */
@RestController
class VerifyAccountController {
    private final Commands commands;
    private final Clock clock;

    VerifyAccountController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record VerifyAccountBody(@Nullable Verification level) {}

    @PostMapping("/api/accounts/{id}/verification")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> verify(@PathVariable String id, @RequestBody VerifyAccountBody body, CommandContext context) {
        Verification level = Fields.required(body.level(), "level");
        if (level == Verification.NONE) {
            throw Fields.bad("level", "must be INDIVIDUAL or CORPORATE");
        }
        AccountId account = Fields.id(id, AccountId::new);
        return Answers.noContent(
                commands.send(new VerifyAccount(account, level, clock.instant()), Done.class, context));
    }
}
