package io.examledger.command.order;

import io.examledger.command.Refusals;
import io.examledger.kernel.refund.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands with its one successful refund (REF-2, REF-4).
 *
 * @param pending the refund that is under way
 * @param done whether there has been one
 * @param rejected whether one was rejected before
 */
record OneRefund(@Nullable RefundId pending, boolean done, boolean rejected) {
    static final OneRefund NONE = new OneRefund(null, false, false);

    void requireNone() {
        if (done) {
            throw Refusals.conflict(
                    "order.already-refunded",
                    "The order has had its refund; there is one for each order, of all codes that it names (REF-2).");
        }
        if (pending != null) {
            throw Refusals.conflict(
                    "order.refund-pending",
                    "A refund of the order is under way. When it is rejected, or no code was left to refund,"
                            + " there can be another (REF-2, REF-4).");
        }
    }

    RefundId requirePending() {
        if (pending == null) {
            throw Refusals.conflict(
                    "order.no-refund-pending", "There is no refund of this order that waits for a decision (REF-4).");
        }
        return pending;
    }

    OneRefund requested(String refundId) {
        return new OneRefund(new RefundId(refundId), false, rejected);
    }

    OneRefund dropped(boolean byRejection) {
        return new OneRefund(null, false, rejected || byRejection);
    }

    OneRefund settled() {
        return new OneRefund(null, true, rejected);
    }
}
