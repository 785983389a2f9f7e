package io.examledger.command.order.refund;

import io.examledger.command.Refusals;
import io.examledger.command.order.refund.RefundStep.Calculate;
import io.examledger.command.order.refund.RefundStep.Drop;
import io.examledger.command.order.refund.RefundStep.Freeze;
import io.examledger.command.order.refund.RefundStep.RefundCodes;
import io.examledger.command.order.refund.RefundStep.Release;
import io.examledger.command.order.refund.RefundStep.Rest;
import io.examledger.command.order.refund.RefundStep.ReturnPart;
import io.examledger.command.order.refund.RefundStep.Settle;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundEvent;
import java.util.List;

/** How far a refund is, and what that leads to. */
final class RefundProgress {
    private final RefundEvent.Requested asked;
    /** How many codes have been frozen, or left as they are. */
    private int looked;

    private int frozen;
    /** How many of those looked at have been refunded or released since. */
    private int finished;

    private int refunded;
    private boolean approved;
    private boolean rejected;
    private boolean calculated;
    private List<PaymentPart> parts = List.of();
    private Money amount;
    /** Number of the last part of the payment that went back. */
    private int returned;

    private boolean over;

    RefundProgress(RefundEvent.Requested asked) {
        this.asked = asked;
        this.amount = Money.zero(asked.unitPrice().currency());
    }

    RefundEvent.Requested asked() {
        return asked;
    }

    /** Places that were truly refunded (REF-5). */
    int places() {
        return asked.kind() == OrderKind.ENTERPRISE ? refunded : 1;
    }

    boolean approved() {
        return approved;
    }

    int returned() {
        return returned;
    }

    Money amount() {
        return amount;
    }

    PaymentPart part(int number) {
        return parts.get(number - 1);
    }

    RefundStep next() {
        if (over) {
            return new Rest();
        }
        if (rejected) {
            return finished < looked ? new Release(finished + 1, chunk(finished, looked)) : new Drop(true);
        }
        if (looked < asked.codes()) {
            return new Freeze(looked + 1, chunk(looked, asked.codes()));
        }
        if (asked.heldFor() != null && !approved) {
            return new Rest();
        }
        if (frozen > 0 && finished < looked) {
            return new RefundCodes(finished + 1, chunk(finished, looked));
        }
        if (places() == 0) {
            return new Drop(false);
        }
        return calculated ? money() : new Calculate();
    }

    private RefundStep money() {
        for (int part = returned + 1; part <= parts.size(); part++) {
            PaymentPart back = part(part);
            if (back.amount().amount() > 0) {
                String reference = asked.paid().get(part - 1).reference();
                return new ReturnPart(part, new PaidPart(back.method(), back.amount(), reference));
            }
        }
        return new Settle();
    }

    private static int chunk(int done, int all) {
        return Math.min(done + Refund.CHUNK, all);
    }

    /** REF-4. */
    void requireHeld() {
        if (asked.heldFor() == null || approved || rejected || over) {
            throw Refusals.conflict(
                    "refund.not-held", "The refund is not held: there is nothing to approve or to reject (REF-4).");
        }
    }

    void evolve(RefundEvent event) {
        switch (event) {
            case RefundEvent.Requested e -> {}
            case RefundEvent.CodesFrozen e -> {
                looked = e.through();
                frozen += e.frozen();
            }
            case RefundEvent.Approved e -> approved = true;
            case RefundEvent.Rejected e -> rejected = true;
            case RefundEvent.CodesReleased e -> finished = e.through();
            case RefundEvent.CodesRefunded e -> {
                finished = e.through();
                refunded += e.refunded();
            }
            case RefundEvent.Calculated e -> {
                calculated = true;
                parts = e.parts();
                amount = e.amount();
            }
            case RefundEvent.PartReturned e -> returned = e.part();
            case RefundEvent.Settled e -> over = true;
            case RefundEvent.Dropped e -> over = true;
        }
    }
}
