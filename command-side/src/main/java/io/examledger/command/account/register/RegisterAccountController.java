package io.examledger.command.account.register;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.account.register.RegisterAccountHandler.AccountRegistered;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.personal.PersonalDataVault;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/accounts}: personal data is sealed here, before it becomes part of a command. */
@RestController
class RegisterAccountController {
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}\\p{Cf}]{1,64}@[^@\\s\\p{Cntrl}\\p{Cf}]{1,255}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{5,30}");

    private final Commands commands;
    private final AccountSealing sealing;
    private final Identifiers identifiers;
    private final Clock clock;

    RegisterAccountController(Commands commands, PersonalDataVault vault, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.sealing = new AccountSealing(vault);
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** A person has first and last, a company an organisation. */
    record LegalName(@Nullable String first, @Nullable String last) {}

    record RegisterAccountBody(
            @Nullable LegalName name,
            @Nullable String organisation,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable AccountKind kind,
            @Nullable String parent) {}

    @PostMapping("/api/accounts")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountRegistered> register(@RequestBody RegisterAccountBody body, CommandContext context) {
        AccountKind kind = Fields.required(body.kind(), "kind");
        if ((kind == AccountKind.SUB) != (body.parent() != null)) {
            throw Fields.bad("parent", "a sub-user has one, a root account has none");
        }
        AccountId id = new AccountId(identifiers.next());
        RegisterAccount command = sealing.seal(
                id,
                kind,
                body.parent() == null ? null : Fields.value(body.parent(), "parent", AccountId::new),
                name(body),
                matching(Fields.text(body.email(), "email", 320), EMAIL, "email")
                        .toLowerCase(Locale.ROOT),
                body.phone() == null ? null : matching(body.phone(), PHONE, "phone"),
                body.language() == null ? null : Fields.value(body.language(), "language", Language::ofWireName),
                clock.instant());
        return Answers.body(HttpStatus.CREATED, commands.send(command, AccountRegistered.class, context));
    }

    private static PersonName name(RegisterAccountBody body) {
        if ((body.name() == null) == (body.organisation() == null)) {
            throw Fields.bad("name", "give either name with first and last, or organisation");
        }
        if (body.name() == null) {
            String organisation = Fields.text(body.organisation(), "organisation", 200);
            return Fields.value(organisation, "organisation", given -> new PersonName(null, null, given));
        }
        String first = Fields.text(body.name().first(), "name.first", 200);
        String last = Fields.text(body.name().last(), "name.last", 200);
        return Fields.value(body.name(), "name", given -> new PersonName(first, last, null));
    }

    private static String matching(String text, Pattern form, String field) {
        if (!form.matcher(text).matches()) {
            throw Fields.bad(field, "does not look like one");
        }
        return text;
    }
}
