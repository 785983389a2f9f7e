package io.examledger.platform.axon;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.account.register.AccountSealing;
import io.examledger.command.account.register.RegisterAccountHandler.AccountRegistered;
import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.platform.demo.DemoAccount;
import io.examledger.platform.demo.DemoAccounts;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registers and verifies the demo accounts through the same commands as an operator would. */
@ForRole(NodeRole.COMMAND)
@Component
@Profile("!postgres")
final class CommandedDemoAccounts implements DemoAccounts {
    private final Commands commands;
    private final LedgerEventStorageEngine log;
    private final AccountSealing sealing;
    private final Clock clock;

    CommandedDemoAccounts(Commands commands, LedgerEventStorageEngine log, PersonalDataVault vault, Clock clock) {
        this.commands = commands;
        this.log = log;
        this.sealing = new AccountSealing(vault);
        this.clock = clock;
    }

    @Override
    public void ensureRegistered(List<DemoAccount> accounts) {
        accounts.forEach(account -> account.account().ifPresent(id -> ensure(account, id)));
    }

    private void ensure(DemoAccount account, AccountId id) {
        CommandContext context = FirstStart.context();
        if (log.lastSequenceNumberFor(id.value()).isEmpty()) {
            commands.send(
                    sealing.seal(
                            id,
                            AccountKind.ROOT,
                            null,
                            nameOf(account),
                            account.name() + "@demo.example",
                            null,
                            null,
                            clock.instant()),
                    AccountRegistered.class,
                    context);
        }
        boolean verified = log.lastSequenceNumberFor(id.value()).orElseThrow() > 0;
        if (verified) {
            return;
        }
        Verification level = account.role() == Role.ENTERPRISE ? Verification.CORPORATE : Verification.INDIVIDUAL;
        commands.send(new VerifyAccount(id, level, clock.instant()), Done.class, context);
    }

    private static PersonName nameOf(DemoAccount account) {
        return account.role() == Role.ENTERPRISE
                ? new PersonName(null, null, "Demo company " + account.name())
                : new PersonName("Demo", account.name(), null);
    }
}
