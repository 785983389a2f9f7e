package io.examledger.command.account.verify;

import io.examledger.command.Claims;
import io.examledger.command.Commands.Done;
import io.examledger.command.Refusals;
import io.examledger.command.account.Account;
import io.examledger.command.account.verify.VerifyAccount.Identity;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Verifies accounts. A person is verified on one account only, as far as identity documents tell (RES-2). */
public class VerifyAccountHandler {
    private final Repository<Account> accounts;
    private final Claims claims;

    public VerifyAccountHandler(Repository<Account> accounts, Claims claims) {
        this.accounts = accounts;
        this.claims = claims;
    }

    @CommandHandler
    public Done handle(VerifyAccount command) {
        Aggregate<Account> account = accounts.load(command.accountId().value());
        account.execute(a -> a.verify(command.level(), command.at()));
        Identity identity = command.identity();
        if (identity != null) {
            identify(account, command, identity);
        }
        return new Done();
    }

    private void identify(Aggregate<Account> account, VerifyAccount command, Identity identity) {
        String id = command.accountId().value();
        Optional<String> holder = claims.holderOf(Claims.PERSON, identity.digest());
        if (holder.isEmpty()) {
            claims.claim(Claims.PERSON, identity.digest(), id);
            account.execute(a -> a.identified(identity.document(), command.at()));
        } else if (!holder.get().equals(id)) {
            throw Refusals.conflict(
                    "account.person-known",
                    "Somebody is verified with this document on another account already. A person uses one account, because"
                            + " the waits between attempts are the person's (RES-2).");
        }
    }
}
