package io.examledger.command.account.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.personal.PersonalDataVault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns an applicant's personal data into a command that holds none in clear. */
public final class AccountSealing {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final PersonalDataVault vault;

    public AccountSealing(PersonalDataVault vault) {
        this.vault = vault;
    }

    /** @param email in lower case, so that one address has one digest */
    public RegisterAccount seal(
            AccountId id,
            AccountKind kind,
            @Nullable AccountId parent,
            PersonName name,
            String email,
            @Nullable String phone,
            @Nullable Language language,
            Instant at) {
        return new RegisterAccount(
                id,
                kind,
                parent,
                vault.seal(JSON.writeValueAsString(name), id),
                vault.seal(email, id),
                vault.digest(email),
                phone == null ? null : vault.seal(phone, id),
                language,
                at);
    }
}
