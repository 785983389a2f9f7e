package io.examledger.kernel.account;

import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.event.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to an account. Personal fields are encrypted under the person's own key (AUD-5). */
public sealed interface AccountEvent {
    String accountId();

    /**
     * @param parent the root account of a sub-user
     * @param name sealed {@code {"first","last"}} of a person or {@code {"organisation"}} of a company
     * @param email sealed
     * @param phone sealed
     */
    @EventType(value = "account.registered", rules = "AUD-5")
    record Registered(
            String accountId,
            AccountKind kind,
            @Nullable String parent,
            String name,
            String email,
            @Nullable String phone,
            Instant registeredAt)
            implements AccountEvent {}

    @EventType(
            value = "account.verified",
            rules = {"ACC-1", "ACC-2"})
    record Verified(String accountId, Verification level, Instant verifiedAt) implements AccountEvent {}

    /**
     * A verified person was told apart from all others by an identity document: nobody else is verified with it, so what
     * is counted for a person is counted for the account. Of the document's number only a keyed digest is kept, as a claim.
     */
    @EventType(
            value = "account.identified",
            rules = {"ACC-2", "RES-2"})
    record Identified(String accountId, IdentityDocumentType document, Instant identifiedAt) implements AccountEvent {}

    /** The account is written to in this language from now on. */
    @EventType(
            value = "account.language-chosen",
            rules = {"ORD-6", "APT-7"})
    record LanguageChosen(String accountId, Language language, Instant chosenAt) implements AccountEvent {}
}
