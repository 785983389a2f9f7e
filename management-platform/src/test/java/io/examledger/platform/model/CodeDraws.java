package io.examledger.platform.model;

import io.examledger.command.Commands.Done;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.redeemcode.bulk.BulkChangeHandler.BulkChangeRequested;
import io.examledger.command.redeemcode.bulk.CodeFilter;
import io.examledger.command.redeemcode.bulk.RequestBulkChange;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCode;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCodeHandler.Regenerated;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.platform.model.Things.Account;
import io.examledger.platform.model.Things.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people and companies may want to do with redeem codes. */
final class CodeDraws {
    private final World world;
    private final Names names;
    private final OpenVaults vaults;

    CodeDraws(World world, Names names, OpenVaults vaults) {
        this.world = world;
        this.names = names;
        this.vaults = vaults;
    }

    Optional<Act> bind(Draw draw, Instant at) {
        Optional<Code> code = draw.mostly(world.codes.values(), c -> c.isFree() && c.order.isValid(at));
        return code.map(c -> {
            SubjectCode subject = draw.percent(96) ? new SubjectCode(c.order.subject) : draw.of(names.subjects);
            Account examinee = draw.someOf(
                    world.accounts.values(),
                    a -> a.level == Verification.INDIVIDUAL && !world.hasOpenRegistration(a.id, subject.value(), at));
            BindRedeemCode bind = new BindRedeemCode(
                    draw.percent(98) ? new RedeemCodeId(c.id) : null,
                    draw.percent(92) ? c.digests.getLast() : draw.of(c.digests),
                    subject,
                    new AccountId(examinee.id),
                    names.next("registration"),
                    at);
            return new Act(examinee.id, bind, Registered.class);
        });
    }

    Optional<Act> unbind(Draw draw, Instant at) {
        return draw.mostly(world.codes.values(), c -> c.status == RedeemCodeStatus.BOUND)
                .map(c -> {
                    RedeemCodeId id = new RedeemCodeId(c.id);
                    NewCodeString fresh = draw.percent(40) ? NewCodeString.of(vaults.generate(), id, vaults) : null;
                    String owner = owner(c, draw);
                    return new Act(owner, new UnbindRedeemCode(id, new AccountId(owner), fresh, at), Done.class);
                });
    }

    private String owner(Code code, Draw draw) {
        return draw.percent(95) ? code.order.buyer : names.run + "-bolt";
    }

    Optional<Act> regenerate(Draw draw, Instant at) {
        return draw.mostly(world.codes.values(), Code::isFree).map(c -> {
            RedeemCodeId id = new RedeemCodeId(c.id);
            CodeString clear = vaults.generate();
            String owner = owner(c, draw);
            RegenerateRedeemCode regenerate =
                    new RegenerateRedeemCode(id, new AccountId(owner), clear, NewCodeString.of(clear, id, vaults), at);
            return new Act(owner, regenerate, Regenerated.class);
        });
    }

    Optional<Act> bulk(Draw draw, Instant at) {
        String company = names.run + (draw.percent(50) ? "-acme" : "-bolt");
        BulkAction action = draw.of(List.of(BulkAction.values()));
        RedeemCodeStatus right = action == BulkAction.UNBIND ? RedeemCodeStatus.BOUND : RedeemCodeStatus.UNUSED;
        CodeFilter filter = new CodeFilter(
                null,
                draw.percent(50) ? draw.of(names.subjects) : null,
                null,
                draw.percent(70) ? right : null,
                draw.percent(20) ? new AccountId(names.run + "-ada") : null);
        RequestBulkChange request =
                new RequestBulkChange(new BulkChangeId(names.next("bulk")), new AccountId(company), action, filter, at);
        return Optional.of(new Act(company, request, BulkChangeRequested.class));
    }
}
