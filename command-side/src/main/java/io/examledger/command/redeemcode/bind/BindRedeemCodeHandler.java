package io.examledger.command.redeemcode.bind;

import io.examledger.command.account.Account;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.candidacy.RegistrationGrant;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.RedeemCode.Origin;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Binds codes: account, candidacy and code agree in one transaction. The candidacy is asked before the code, so that its
 * refusal says nothing about the code (COD-11).
 */
public class BindRedeemCodeHandler {
    private final Repository<Account> accounts;
    private final Repository<RedeemCode> redeemCodes;
    private final Candidacies candidacies;

    public BindRedeemCodeHandler(
            Repository<Account> accounts, Repository<RedeemCode> redeemCodes, Candidacies candidacies) {
        this.accounts = accounts;
        this.redeemCodes = redeemCodes;
        this.candidacies = candidacies;
    }

    @CommandHandler
    public Registered handle(BindRedeemCode command) {
        accounts.load(command.examinee().value()).execute(Account::requireMayRegister);
        CandidacyId candidacy = command.candidacy();
        candidacies.requireNoOpenRegistration(candidacy, command.at());
        RedeemCodeId id = command.redeemCodeId();
        if (id == null) {
            throw RedeemCode.notUsable();
        }
        Origin origin = redeemCodes
                .load(id.value())
                .invoke(code -> code.bind(
                        command.digest(),
                        command.subject(),
                        command.examinee(),
                        command.registrationId(),
                        command.at()));
        candidacies.open(
                candidacy,
                new RegistrationGrant(
                        command.registrationId(),
                        new AccountId(origin.owner()),
                        new OrderId(origin.orderId()),
                        id,
                        origin.validUntil()),
                command.at());
        return new Registered(command.registrationId(), command.subject().value(), origin.validUntil());
    }

    /** The answer. */
    public record Registered(String registrationId, String subject, Instant validUntil) {}
}
