package io.examledger.kernel.refund;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a refund: asked for; its codes frozen; perhaps held, and approved or rejected; each frozen code
 * refunded; the amount calculated from those; each part of the payment returned. The stream is the policy's progress.
 */
public sealed interface RefundEvent {
    String refundId();

    String orderId();

    /** The account that placed the order and gets the money. */
    String buyer();

    /**
     * @param unitPrice list price of one place
     * @param quantity number of places of the whole order
     * @param paid the order's payment
     * @param codes number of the order's codes that are asked for; 0 for an individual order, which has none
     * @param redeemCodeIds those that were named; empty for all of the order
     * @param heldFor why it waits for the approval of the body's staff (REF-4); null if it does not
     * @param policyVersion version of the policy that decided {@code heldFor}
     */
    @EventType(
            value = "refund.requested",
            rules = {"REF-1", "REF-2", "REF-4"})
    record Requested(
            String refundId,
            String orderId,
            String buyer,
            OrderKind kind,
            String subject,
            Money unitPrice,
            int quantity,
            List<PaidPart> paid,
            int codes,
            List<String> redeemCodeIds,
            @Nullable String heldFor,
            int policyVersion,
            Instant requestedAt)
            implements RefundEvent {
        public Requested {
            paid = List.copyOf(paid);
            redeemCodeIds = List.copyOf(redeemCodeIds);
        }
    }

    /**
     * A chunk of the codes was frozen; stored together with the codes.
     *
     * @param through how many of the codes asked for have been looked at so far
     * @param frozen how many of the chunk were unused and are frozen now; the others are left as they are (REF-5)
     */
    @EventType(
            value = "refund.codes-frozen",
            rules = {"REF-2", "REF-5"})
    record CodesFrozen(String refundId, String orderId, String buyer, int through, int frozen, Instant frozenAt)
            implements RefundEvent {}

    /** REF-4: a held request goes on. */
    @EventType(value = "refund.approved", rules = "REF-4")
    record Approved(String refundId, String orderId, String buyer, Instant approvedAt) implements RefundEvent {}

    /** REF-4: a held request ends; the order can still be refunded. */
    @EventType(value = "refund.rejected", rules = "REF-4")
    record Rejected(String refundId, String orderId, String buyer, String reason, Instant rejectedAt)
            implements RefundEvent {}

    /** After a rejection the codes of a chunk can be used again; stored together with the codes. */
    @EventType(value = "refund.codes-released", rules = "REF-4")
    record CodesReleased(String refundId, String orderId, String buyer, int through, int released, Instant releasedAt)
            implements RefundEvent {}

    /** The frozen codes of a chunk are refunded; stored together with the codes. */
    @EventType(
            value = "refund.codes-refunded",
            rules = {"COD-8", "REF-5"})
    record CodesRefunded(String refundId, String orderId, String buyer, int through, int refunded, Instant refundedAt)
            implements RefundEvent {}

    /**
     * What goes back, from what was truly refunded.
     *
     * @param places number of codes that were refunded; 1 for an individual order
     * @param voucherLost what a voucher had taken off the price of the refunded places; it is not returned
     * @param parts of the amount, one for each part of the payment and in their order; some may be nothing
     */
    @EventType(
            value = "refund.calculated",
            rules = {"REF-3", "REF-5"})
    record Calculated(
            String refundId,
            String orderId,
            String buyer,
            int places,
            Money amount,
            Money voucherLost,
            List<PaymentPart> parts,
            Instant calculatedAt)
            implements RefundEvent {
        public Calculated {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of the payment went back.
     *
     * @param part number of the part of the payment, counted from 1
     * @param reference by which the payment provider knows it; null if the money never left this system
     */
    @EventType(value = "refund.part-returned", rules = "REF-3")
    record PartReturned(
            String refundId,
            String orderId,
            String buyer,
            int part,
            PaymentMethod method,
            Money amount,
            @Nullable String reference,
            Instant returnedAt)
            implements RefundEvent {}

    /** Everything went back: the order's one refund is done. */
    @EventType(
            value = "refund.settled",
            rules = {"REF-1", "REF-2"})
    record Settled(String refundId, String orderId, String buyer, int places, Money amount, Instant settledAt)
            implements RefundEvent {}

    /** Nothing went back: it was rejected, or by its turn no code was left unused. The order can still be refunded. */
    @EventType(
            value = "refund.dropped",
            rules = {"REF-2", "REF-4"})
    record Dropped(String refundId, String orderId, String buyer, Instant droppedAt) implements RefundEvent {}
}
