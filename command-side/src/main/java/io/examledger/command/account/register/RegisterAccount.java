package io.examledger.command.account.register;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Registers an account.
 *
 * @param sealedName the legal name, encrypted under the person's key; so are email and phone
 * @param emailDigest keyed digest of the address: one account for each
 * @param language null if none was chosen
 */
public record RegisterAccount(
        AccountId accountId,
        AccountKind kind,
        @Nullable AccountId parent,
        String sealedName,
        String sealedEmail,
        String emailDigest,
        @Nullable String sealedPhone,
        @Nullable Language language,
        Instant at) {}
