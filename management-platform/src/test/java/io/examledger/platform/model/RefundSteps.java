package io.examledger.platform.model;

import io.examledger.command.order.refund.AdvanceRefund;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.platform.model.Things.Code;
import io.examledger.platform.model.Things.Refund;
import java.time.Instant;
import java.util.List;

/** How a refund goes on, step by step; between two of them anything else may happen. */
final class RefundSteps {
    private final World world;

    RefundSteps(World world) {
        this.world = world;
    }

    /** One step, whichever is next. */
    Verdict advance(AdvanceRefund c) {
        Refund refund = world.refunds.get(c.refundId().value());
        return refund == null
                ? new Verdict().unless(false, "not-found")
                : new Verdict().then(() -> step(refund, c.at()));
    }

    private void step(Refund refund, Instant at) {
        if (refund.over) {
            return;
        }
        boolean codes = !refund.asked.isEmpty();
        if (refund.rejected) {
            if (refund.looked && codes && !refund.codesDone) {
                release(refund, at);
            } else {
                drop(refund, true);
            }
        } else if (codes && !refund.looked) {
            freeze(refund);
        } else if (refund.held && !refund.approved) {
            return;
        } else if (!refund.frozen.isEmpty() && !refund.codesDone) {
            refundCodes(refund);
        } else if (codes && refund.places == 0) {
            drop(refund, false);
        } else if (refund.back == null) {
            refund.back = Shares.parts(refund.order, codes ? refund.places : 1);
        } else {
            payBack(refund, refund.back);
        }
    }

    private void freeze(Refund refund) {
        refund.looked = true;
        refund.asked.stream().filter(Code::isFree).forEach(code -> {
            code.frozenFor = refund;
            refund.frozen.add(code);
        });
    }

    private static void release(Refund refund, Instant at) {
        refund.codesDone = true;
        refund.frozen.forEach(code -> {
            code.frozenFor = null;
            if (code.order.codesExpired || !code.order.isValid(at)) {
                CodeRules.expire(code);
            }
        });
    }

    private static void refundCodes(Refund refund) {
        refund.codesDone = true;
        refund.frozen.forEach(code -> {
            code.frozenFor = null;
            code.status = RedeemCodeStatus.REFUNDED;
            refund.places++;
        });
    }

    private static void drop(Refund refund, boolean rejected) {
        refund.over = true;
        refund.order.pending = null;
        refund.order.rejectedBefore |= rejected;
    }

    private void payBack(Refund refund, List<Money> back) {
        while (refund.returned < back.size()) {
            Money part = back.get(refund.returned++);
            if (part.amount() > 0) {
                world.spend(
                        refund.order.buyer,
                        refund.order.parts().get(refund.returned - 1).method(),
                        -part.amount());
                return;
            }
        }
        refund.over = true;
        refund.order.pending = null;
        refund.order.done = refund;
    }
}
