package io.examledger.platform.model;

import io.examledger.command.order.issue.IssueRedeemCodes;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.redeemcode.bulk.FinishChunk;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCode;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.Things.Account;
import io.examledger.platform.model.Things.Code;
import io.examledger.platform.model.Things.Order;
import java.time.Instant;

/** Section 6 of the rule book: redeem codes. */
final class CodeRules {
    private final World world;
    private int changedInChunk;

    CodeRules(World world) {
        this.world = world;
    }

    /** ORD-7, COD-1: exactly as many as were paid, however often it is asked for. */
    Verdict issue(IssueRedeemCodes c) {
        return new Verdict().then(() -> {
            Order order = World.known(world.orders, c.orderId().value());
            for (int number = c.from(); number <= c.to() && order.codes.size() < number; number++) {
                Code code = new Code(
                        RedeemCodeId.of(c.orderId(), number).value(),
                        order,
                        c.codes().get(number - c.from()).digest());
                order.codes.add(code);
                world.codes.put(code.id, code);
            }
        });
    }

    Verdict bind(BindRedeemCode c) {
        Account examinee = world.accounts.get(c.examinee().value());
        if (examinee == null) {
            return new Verdict().unless(false, "not-found");
        }
        String subject = c.subject().value();
        RedeemCodeId named = c.redeemCodeId();
        Code code = named == null ? null : world.codes.get(named.value());
        boolean usable = code != null
                && code.isFree()
                && code.digests.getLast().equals(c.digest())
                && code.order.subject.equals(subject)
                && code.order.isValid(c.at());
        Verdict verdict = new Verdict()
                .unless(examinee.level == Verification.INDIVIDUAL, "account.individual-verification-required")
                .unless(!world.hasOpenRegistration(examinee.id, subject, c.at()), "candidacy.registration-open")
                .unless(usable, "redeem-code.not-usable");
        if (code == null) {
            return verdict;
        }
        return verdict.then(() -> bound(code, c))
                .answers(new Registered(c.registrationId(), subject, code.order.validUntil));
    }

    private void bound(Code code, BindRedeemCode c) {
        Registration opened = new Registration(c.registrationId(), c.examinee().value(), code.order, code);
        BuyingRules.open(world, opened, c.at());
        code.status = RedeemCodeStatus.BOUND;
        code.registration = opened;
    }

    Verdict unbind(UnbindRedeemCode c) {
        Code code = world.codes.get(c.redeemCodeId().value());
        if (code == null) {
            return new Verdict().unless(false, "not-found");
        }
        return owned(code, c.enterprise().value(), c.at())
                .unless(code.status == RedeemCodeStatus.BOUND, "redeem-code.not-bound")
                .then(() -> {
                    Registration lost = code.registration;
                    if (lost != null) {
                        lost.state = RegistrationState.WITHDRAWN;
                    }
                    code.registration = null;
                    code.status = RedeemCodeStatus.UNUSED;
                    if (c.regenerated() != null) {
                        code.digests.add(c.regenerated().digest());
                    }
                    changedInChunk++;
                });
    }

    Verdict regenerate(RegenerateRedeemCode c) {
        Code code = world.codes.get(c.redeemCodeId().value());
        if (code == null) {
            return new Verdict().unless(false, "not-found");
        }
        return owned(code, c.enterprise().value(), c.at())
                .unless(code.status == RedeemCodeStatus.UNUSED, "redeem-code.not-unused")
                .unless(code.frozenFor == null, "redeem-code.frozen")
                .then(() -> {
                    code.digests.add(c.fresh().digest());
                    changedInChunk++;
                });
    }

    private static Verdict owned(Code code, String enterprise, Instant at) {
        return new Verdict()
                .unless(code.order.buyer.equals(enterprise), "not-found")
                .unless(code.order.isValid(at), "order.expired");
    }

    Verdict startChunk() {
        return new Verdict().then(() -> changedInChunk = 0);
    }

    /** A bulk change counts what was changed, and what was refused. */
    Verdict finishChunk(FinishChunk c) {
        return new Verdict().unless(c.changed() == changedInChunk, "(counted " + changedInChunk + " changes)");
    }

    /** COD-9: with the order, the unused ones and the bound ones. A frozen one is the refund's. */
    static void expire(Code code) {
        if (code.isFree() || code.status == RedeemCodeStatus.BOUND) {
            code.status = RedeemCodeStatus.EXPIRED;
            if (code.registration != null && code.registration.state == RegistrationState.OPEN) {
                code.registration.state = RegistrationState.EXPIRED;
            }
        }
    }
}
