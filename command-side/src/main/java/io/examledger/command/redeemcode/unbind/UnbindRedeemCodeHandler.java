package io.examledger.command.redeemcode.unbind;

import io.examledger.command.Claims;
import io.examledger.command.Commands.Done;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.Registration;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.subject.SubjectCode;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Unbinds codes: the code and the former holder's candidacy change in one transaction. */
public class UnbindRedeemCodeHandler {
    private final Repository<RedeemCode> redeemCodes;
    private final Candidacies candidacies;
    private final Claims claims;

    public UnbindRedeemCodeHandler(Repository<RedeemCode> redeemCodes, Candidacies candidacies, Claims claims) {
        this.redeemCodes = redeemCodes;
        this.candidacies = candidacies;
        this.claims = claims;
    }

    @CommandHandler
    public Done handle(UnbindRedeemCode command) {
        Aggregate<RedeemCode> code = redeemCodes.load(command.redeemCodeId().value());
        Registration lost = code.invoke(c -> c.unbind(command.enterprise(), command.at()));
        NewCodeString fresh = command.regenerated();
        if (fresh != null) {
            claims.claim(
                    Claims.REDEEM_CODE, fresh.digest(), command.redeemCodeId().value());
            code.execute(c -> c.regenerate(command.enterprise(), fresh, command.at()));
        }
        candidacies.withdraw(
                new CandidacyId(new AccountId(lost.holder()), new SubjectCode(lost.subject())),
                lost.registrationId(),
                command.redeemCodeId(),
                command.at());
        return new Done();
    }
}
