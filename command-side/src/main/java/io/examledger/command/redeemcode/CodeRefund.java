package io.examledger.command.redeemcode;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The part of a redeem code that knows of refunds: only an unused code is refunded, and one refund at a time has it (COD-8). */
public class CodeRefund {
    private RedeemCodeEvent.@Nullable Issued issued;
    private boolean unused = true;
    private @Nullable RefundId frozenFor;

    CodeRefund() {}

    private RedeemCodeEvent.Issued code() {
        if (issued == null) {
            throw new IllegalStateException("a code begins with being issued");
        }
        return issued;
    }

    /** Unused, and no refund has it: then it can be refunded, or be bound. */
    public boolean isPossible() {
        return unused && frozenFor == null;
    }

    /** REF-2: a code that a refund names must be unused; a bound one is unbound first. */
    public void requirePossible(OrderId order, AccountId enterprise) {
        if (!code().orderId().equals(order.value()) || !code().owner().equals(enterprise.value())) {
            throw Refusals.notFound();
        }
        if (!unused) {
            throw Refusals.conflict(
                    "redeem-code.not-unused",
                    "Only an unused code can be refunded, a bound one after it is unbound (COD-8, REF-2).");
        }
        requireNotFrozen();
    }

    void requireNotFrozen() {
        if (frozenFor != null) {
            throw Refusals.conflict(
                    "redeem-code.frozen",
                    "A refund of the order is under way; until it is over the code stays as it is (REF-2).");
        }
    }

    /**
     * Keeps the code for a refund, if it is unused (REF-2).
     *
     * @return false if it is left as it is: somebody bound it meanwhile (REF-5)
     */
    public boolean freeze(RefundId refund, Instant at) {
        boolean free = isPossible();
        if (free) {
            apply(new RedeemCodeEvent.Frozen(
                    code().redeemCodeId(), code().orderId(), code().owner(), code().subject(), refund.value(), at));
        }
        return free;
    }

    /** COD-8: only what this refund has frozen. */
    public boolean complete(RefundId refund, Instant at) {
        boolean frozen = refund.equals(frozenFor);
        if (frozen) {
            apply(new RedeemCodeEvent.Refunded(
                    code().redeemCodeId(), code().orderId(), code().owner(), code().subject(), refund.value(), at));
        }
        return frozen;
    }

    /** What this refund has frozen is nobody's again; see {@link CodeEnd#release}. */
    boolean release(RefundId refund, Instant at) {
        boolean frozen = refund.equals(frozenFor);
        if (frozen) {
            RedeemCodeEvent.Issued code = code();
            apply(new RedeemCodeEvent.Released(
                    code.redeemCodeId(), code.orderId(), code.owner(), code.subject(), refund.value(), at));
        }
        return frozen;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Issued event) {
        issued = event;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Bound event) {
        unused = false;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Unbound event) {
        unused = true;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Expired event) {
        unused = false;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Frozen event) {
        frozenFor = new RefundId(event.refundId());
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Released event) {
        frozenFor = null;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Refunded event) {
        unused = false;
        frozenFor = null;
    }
}
