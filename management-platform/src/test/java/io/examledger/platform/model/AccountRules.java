package io.examledger.platform.model;

import io.examledger.command.account.register.RegisterAccount;
import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.kernel.account.AccountKind;
import io.examledger.platform.model.Things.Account;

/** Section 3 of the rule book: accounts and who stands behind them. */
final class AccountRules {
    private final World world;

    AccountRules(World world) {
        this.world = world;
    }

    Verdict register(RegisterAccount c) {
        Verdict verdict = new Verdict().unless(!world.emails.containsKey(c.emailDigest()), "account.email-taken");
        if (c.parent() != null) {
            Account parent = world.accounts.get(c.parent().value());
            verdict.unless(parent != null, "account.parent-unknown");
            verdict.unless(parent == null || parent.root, "account.parent-not-root");
        }
        return verdict.then(() -> {
            String id = c.accountId().value();
            world.accounts.put(id, new Account(id, c.kind() == AccountKind.ROOT));
            world.emails.put(c.emailDigest(), id);
        });
    }

    Verdict verify(VerifyAccount c) {
        Account account = world.accounts.get(c.accountId().value());
        if (account == null) {
            return new Verdict().unless(false, "not-found");
        }
        VerifyAccount.Identity shown = c.identity();
        String person = shown == null ? account.id + " without a document" : shown.digest();
        return new Verdict()
                .unless(world.people.getOrDefault(person, account.id).equals(account.id), "account.person-known")
                .then(() -> {
                    account.level = c.level();
                    world.people.put(person, account.id);
                });
    }
}
