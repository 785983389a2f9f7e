package io.examledger.command.order.expire;

import io.examledger.command.Commands.Done;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.order.Order;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.Registration;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Ends codes, and the registrations of those that are bound; the chunk is marked on the order in the same transaction. */
public class ExpireRedeemCodesHandler {
    private final Repository<Order> orders;
    private final Repository<RedeemCode> redeemCodes;
    private final Candidacies candidacies;

    public ExpireRedeemCodesHandler(
            Repository<Order> orders, Repository<RedeemCode> redeemCodes, Candidacies candidacies) {
        this.orders = orders;
        this.redeemCodes = redeemCodes;
        this.candidacies = candidacies;
    }

    @CommandHandler
    public Done handle(ExpireRedeemCodes command) {
        Aggregate<Order> order = orders.load(command.orderId().value());
        if (order.invoke(o -> o.end().expireChunk(command.from(), command.to(), command.at()))) {
            command.redeemCodes().forEach(code -> expire(code, command.at()));
        }
        return new Done();
    }

    private void expire(RedeemCodeId id, Instant at) {
        Optional<Registration> lost =
                redeemCodes.load(id.value()).invoke(code -> code.end().expire(at));
        lost.ifPresent(registration -> candidacies.expire(
                new CandidacyId(new AccountId(registration.holder()), new SubjectCode(registration.subject())),
                registration.registrationId(),
                at));
    }
}
