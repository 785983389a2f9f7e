package io.examledger.command.account.verify;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.IdentityDocumentType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records how far an account's identity has been verified.
 *
 * @param identity the document that tells the person apart; null if none was shown
 */
public record VerifyAccount(
        AccountId accountId, Verification level, @Nullable Identity identity, Instant at) {
    /** Without a document. */
    public VerifyAccount(AccountId accountId, Verification level, Instant at) {
        this(accountId, level, null, at);
    }

    /** @param digest keyed digest of type, country and number */
    public record Identity(IdentityDocumentType document, String digest) {}
}
