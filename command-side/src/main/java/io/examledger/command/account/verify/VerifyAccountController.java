package io.examledger.command.account.verify;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Fields;
import io.examledger.command.account.verify.VerifyAccount.Identity;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.personal.PersonalDataVault;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
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
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}]{4,50}");

    private final Commands commands;
    private final PersonalDataVault vault;
    private final Clock clock;

    VerifyAccountController(Commands commands, PersonalDataVault vault, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param country that issued it, as two letters of ISO 3166 */
    record IdentityDocumentBody(
            @Nullable IdentityDocumentType type,
            @Nullable String country,
            @Nullable String number) {}

    /** @param identityDocument of a person; a person is verified on one account only (RES-2) */
    record VerifyAccountBody(
            @Nullable Verification level, @Nullable IdentityDocumentBody identityDocument) {}

    @PostMapping("/api/accounts/{id}/verification")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> verify(@PathVariable String id, @RequestBody VerifyAccountBody body, CommandContext context) {
        Verification level = Fields.required(body.level(), "level");
        if (level == Verification.NONE) {
            throw Fields.bad("level", "must be INDIVIDUAL or CORPORATE");
        }
        Identity identity = identity(body.identityDocument(), level);
        AccountId account = Fields.id(id, AccountId::new);
        return Answers.noContent(
                commands.send(new VerifyAccount(account, level, identity, clock.instant()), Done.class, context));
    }

    /** The number is not kept: its keyed digest tells whether somebody else came with it. */
    private @Nullable Identity identity(@Nullable IdentityDocumentBody document, Verification level) {
        if (document == null) {
            return null;
        }
        if (level != Verification.INDIVIDUAL) {
            throw Fields.bad("identityDocument", "is a person's: give it with the level INDIVIDUAL");
        }
        IdentityDocumentType type = Fields.required(document.type(), "identityDocument.type");
        if (!type.isGovernmentPhotoId()) {
            throw Fields.bad("identityDocument.type", "must be a government's photo ID");
        }
        String country = Fields.text(document.country(), "identityDocument.country", 2);
        if (!COUNTRY.matcher(country).matches()) {
            throw Fields.bad("identityDocument.country", "must be two capital letters, for example DE");
        }
        String number = Fields.text(document.number(), "identityDocument.number", 50)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        if (!NUMBER.matcher(number).matches()) {
            throw Fields.bad("identityDocument.number", "must be letters and digits");
        }
        return new Identity(type, vault.digest("identity-document/" + type + "/" + country + "/" + number));
    }
}
