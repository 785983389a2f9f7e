package io.examledger.command.redeemcode.bind;

import io.examledger.command.Answers;
import io.examledger.command.Claims;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.Fields;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.redeemcode.bind.GuessLimit.Try;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.SubjectCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/registrations}: registers the caller with the code string that was typed. */
@RestController
class BindRedeemCodeController {
    private final Commands commands;
    private final Claims claims;
    private final CodeStringVault vault;
    private final GuessLimit guessLimit;
    private final Identifiers identifiers;
    private final Clock clock;

    BindRedeemCodeController(
            Commands commands,
            Claims claims,
            CodeStringVault vault,
            GuessLimit guessLimit,
            Identifiers identifiers,
            Clock clock) {
        this.commands = commands;
        this.claims = claims;
        this.vault = vault;
        this.guessLimit = guessLimit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    record BindRedeemCodeBody(
            @Nullable String subject, @Nullable String redeemCode) {}

    @PostMapping("/api/registrations")
    @RolesAllowed("EXAMINEE")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Registered> register(
            @RequestBody BindRedeemCodeBody body, Caller caller, CommandContext context, HttpServletRequest request) {
        SubjectCode subject = Fields.value(body.subject(), "subject", SubjectCode::new);
        CodeString typed = Fields.value(body.redeemCode(), "redeemCode", CodeString::parse);
        AccountId examinee = caller.ownAccount();
        String digest = vault.digest(typed);
        return Answers.body(
                HttpStatus.CREATED,
                guessLimit.limited(
                        new Try(examinee, request.getRemoteAddr(), digest),
                        refusal -> refusal.code().equals(RedeemCode.NOT_USABLE),
                        () -> bind(digest, subject, examinee, context),
                        () -> commands.replay(Registered.class, context)));
    }

    private Outcome<Registered> bind(String digest, SubjectCode subject, AccountId examinee, CommandContext context) {
        @Nullable
        RedeemCodeId id = claims.holderOf(Claims.REDEEM_CODE, digest)
                .map(RedeemCodeId::new)
                .orElse(null);
        return commands.send(
                new BindRedeemCode(id, digest, subject, examinee, identifiers.next(), clock.instant()),
                Registered.class,
                context);
    }
}
