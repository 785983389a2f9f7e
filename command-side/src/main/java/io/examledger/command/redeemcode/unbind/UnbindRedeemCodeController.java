package io.examledger.command.redeemcode.unbind;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Fields;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
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

/** {@code POST /api/redeem-codes/{id}/unbind}. The new string, if one was asked for, is read from the code. */
@RestController
class UnbindRedeemCodeController {
    private final Commands commands;
    private final CodeStringVault vault;
    private final Clock clock;

    UnbindRedeemCodeController(Commands commands, CodeStringVault vault, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.clock = clock;
    }

    record UnbindRedeemCodeBody(@Nullable Boolean regenerate) {}

    @PostMapping("/api/redeem-codes/{id}/unbind")
    @RolesAllowed("ENTERPRISE")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> unbind(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable UnbindRedeemCodeBody body,
            Caller caller,
            CommandContext context) {
        RedeemCodeId code = Fields.id(id, RedeemCodeId::new);
        boolean regenerate = body != null && Boolean.TRUE.equals(body.regenerate());
        NewCodeString fresh = regenerate ? NewCodeString.of(vault.generate(), code, vault) : null;
        return Answers.noContent(commands.send(
                new UnbindRedeemCode(code, caller.ownAccount(), fresh, clock.instant()), Done.class, context));
    }
}
