package io.examledger.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.IdentityDocumentType;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** An account and what it may do: verification comes before rights. */
public class Account {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String accountId;

    private AccountKind kind = AccountKind.ROOT;
    private Verification verification = Verification.NONE;
    private String sealedName = "";

    /** For Axon, before the first event. */
    protected Account() {}

    /**
     * Registers an account; name, email and phone are sealed already.
     *
     * @param language null if none was chosen
     */
    public static Account register(
            AccountId id,
            AccountKind kind,
            @Nullable AccountId parent,
            String name,
            String email,
            @Nullable String phone,
            @Nullable Language language,
            Instant at) {
        Account account = new Account();
        apply(new AccountEvent.Registered(
                id.value(), kind, parent == null ? null : parent.value(), name, email, phone, at));
        if (language != null) {
            apply(new AccountEvent.LanguageChosen(id.value(), language, at));
        }
        return account;
    }

    /** Repeating a verification changes nothing. */
    public void verify(Verification level, Instant at) {
        if (verification != level) {
            apply(new AccountEvent.Verified(accountId, level, at));
        }
    }

    /** An identity document told the person apart from all others (RES-2). */
    public void identified(IdentityDocumentType document, Instant at) {
        apply(new AccountEvent.Identified(accountId, document, at));
    }

    /** A sub-user stands under a root account, never under another sub-user. */
    public void requireMayHaveSubUsers() {
        if (kind != AccountKind.ROOT) {
            throw Refusals.conflict("account.parent-not-root", "Only a root account can have sub-users.");
        }
    }

    /** ACC-1. */
    public void requireMayOrderForEnterprise() {
        if (kind != AccountKind.ROOT || verification != Verification.CORPORATE) {
            throw Refusals.conflict(
                    "account.corporate-verification-required",
                    "Only a root account with corporate verification can place an enterprise order (ACC-1).");
        }
    }

    /** ACC-2. */
    public void requireMayRegister() {
        if (verification != Verification.INDIVIDUAL) {
            throw Refusals.conflict(
                    "account.individual-verification-required",
                    "Only an account with individual verification can do this (ACC-2).");
        }
    }

    /** The legal name (ACC-3), encrypted under the person's own key. */
    public String sealedName() {
        return sealedName;
    }

    @EventSourcingHandler
    void evolve(AccountEvent.Registered event) {
        sealedName = event.name();
        accountId = event.accountId();
        kind = event.kind();
    }

    @EventSourcingHandler
    void evolve(AccountEvent.Verified event) {
        verification = event.level();
    }
}
