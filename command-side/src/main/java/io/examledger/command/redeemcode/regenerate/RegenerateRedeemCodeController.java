package io.examledger.command.redeemcode.regenerate;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCodeHandler.Regenerated;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/redeem-codes/{id}/regenerate}. */
@RestController
class RegenerateRedeemCodeController {
    private final Commands commands;
    private final CodeStringVault vault;
    private final Clock clock;

    RegenerateRedeemCodeController(Commands commands, CodeStringVault vault, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.clock = clock;
    }

    @PostMapping("/api/redeem-codes/{id}/regenerate")
    @RolesAllowed("ENTERPRISE")
    ResponseEntity<Regenerated> regenerate(@PathVariable String id, Caller caller, CommandContext context) {
        RedeemCodeId code = Fields.id(id, RedeemCodeId::new);
        CodeString clear = vault.generate();
        RegenerateRedeemCode command = new RegenerateRedeemCode(
                code, caller.ownAccount(), clear, NewCodeString.of(clear, code, vault), clock.instant());
        return Answers.body(HttpStatus.OK, commands.send(command, Regenerated.class, context));
    }
}
