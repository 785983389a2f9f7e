package io.examledger.command.account.register;

import io.examledger.command.Claims;
import io.examledger.command.Refusals;
import io.examledger.command.account.Account;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Registers accounts, one for each email address. */
public class RegisterAccountHandler {
    private final Repository<Account> accounts;
    private final Claims claims;

    public RegisterAccountHandler(Repository<Account> accounts, Claims claims) {
        this.accounts = accounts;
        this.claims = claims;
    }

    @CommandHandler
    public AccountRegistered handle(RegisterAccount command) throws Exception {
        if (command.parent() != null) {
            requireRoot(command.parent().value());
        }
        claims.holderOf(Claims.EMAIL, command.emailDigest()).ifPresent(holder -> {
            throw Refusals.conflict("account.email-taken", "There is an account with this email address already.");
        });
        claims.claim(Claims.EMAIL, command.emailDigest(), command.accountId().value());
        accounts.newInstance(() -> Account.register(
                command.accountId(),
                command.kind(),
                command.parent(),
                command.sealedName(),
                command.sealedEmail(),
                command.sealedPhone(),
                command.language(),
                command.at()));
        return new AccountRegistered(command.accountId().value());
    }

    private void requireRoot(String parent) {
        try {
            accounts.load(parent).execute(Account::requireMayHaveSubUsers);
        } catch (AggregateNotFoundException e) {
            throw Refusals.conflict("account.parent-unknown", "There is no account with the parent's id.");
        }
    }

    /** The answer. */
    public record AccountRegistered(String accountId) {}
}
