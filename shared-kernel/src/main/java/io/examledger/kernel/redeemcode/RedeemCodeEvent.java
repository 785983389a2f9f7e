package io.examledger.kernel.redeemcode;

import io.examledger.kernel.event.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a redeem code (rule book §6). Each event names order, owner and subject, so that it can be read alone. */
public sealed interface RedeemCodeEvent {
    String redeemCodeId();

    String orderId();

    /** The account of the enterprise that bought the code. */
    String owner();

    String subject();

    /**
     * COD-1.
     *
     * @param digest keyed digest of the code string, for lookup
     * @param sealed the code string, encrypted for its owner's eyes
     * @param validUntil end of the order's validity
     */
    @EventType(value = "redeem-code.issued", rules = "COD-1")
    record Issued(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            String digest,
            String sealed,
            Instant validUntil,
            Instant issuedAt)
            implements RedeemCodeEvent {}

    /** COD-2. */
    @EventType(value = "redeem-code.bound", rules = "COD-2")
    record Bound(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            String holder,
            String registrationId,
            Instant boundAt)
            implements RedeemCodeEvent {}

    /** COD-3. */
    @EventType(
            value = "redeem-code.unbound",
            rules = {"COD-3", "COD-11b"})
    record Unbound(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            String formerHolder,
            String registrationId,
            Instant unboundAt)
            implements RedeemCodeEvent {}

    /** COD-4: the code has a new string; the one before is invalidated. */
    @EventType(value = "redeem-code.regenerated", rules = "COD-4")
    record Regenerated(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            String digest,
            String sealed,
            String replacedDigest,
            String replacedSealed,
            Instant regeneratedAt)
            implements RedeemCodeEvent {}

    /** A refund is under way: until it is over, the unused code can neither be bound nor regenerated (REF-2). */
    @EventType(value = "redeem-code.frozen", rules = "REF-2")
    record Frozen(String redeemCodeId, String orderId, String owner, String subject, String refundId, Instant frozenAt)
            implements RedeemCodeEvent {}

    /** The refund was rejected: the code can be used again (REF-4). */
    @EventType(value = "redeem-code.released", rules = "REF-4")
    record Released(
            String redeemCodeId, String orderId, String owner, String subject, String refundId, Instant releasedAt)
            implements RedeemCodeEvent {}

    /** COD-8. */
    @EventType(value = "redeem-code.refunded", rules = "COD-8")
    record Refunded(
            String redeemCodeId, String orderId, String owner, String subject, String refundId, Instant refundedAt)
            implements RedeemCodeEvent {}

    /**
     * COD-9, COD-6: the order's validity has ended before the code was used up.
     *
     * @param from what the code was until now
     * @param holder who had the code; null if it was unused
     * @param registrationId the registration that ends with it; null if it was unused
     */
    @EventType(
            value = "redeem-code.expired",
            rules = {"COD-9", "COD-6", "ORD-4"})
    record Expired(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            RedeemCodeStatus from,
            @Nullable String holder,
            @Nullable String registrationId,
            Instant expiredAt)
            implements RedeemCodeEvent {}

    /**
     * The order's validity has ended, and the code has not: it is scheduled, or a refund has it. Once it is free it ends, whatever
     * instant stands on the command that frees it (COD-6, ORD-4).
     *
     * @param status SCHEDULED; UNUSED where a refund has it
     */
    @EventType(
            value = "redeem-code.outlived-order",
            rules = {"COD-6", "ORD-4"})
    record OutlivedOrder(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            RedeemCodeStatus status,
            Instant outlivedAt)
            implements RedeemCodeEvent {}

    /** COD-5. */
    @EventType(value = "redeem-code.scheduled", rules = "COD-5")
    record Scheduled(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            String holder,
            String registrationId,
            String appointmentId,
            Instant scheduledAt)
            implements RedeemCodeEvent {}

    /**
     * COD-6: the appointment was cancelled, or interrupted before anything was seen (APT-10).
     *
     * @param status BOUND; past the order's validity EXPIRED
     */
    @EventType(
            value = "redeem-code.unscheduled",
            rules = {"COD-6", "APT-10"})
    record Unscheduled(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            String holder,
            String registrationId,
            String appointmentId,
            RedeemCodeStatus status,
            Instant unscheduledAt)
            implements RedeemCodeEvent {}

    /** COD-7: result released, or forfeited, or no-show. */
    @EventType(value = "redeem-code.completed", rules = "COD-7")
    record Completed(
            String redeemCodeId,
            String orderId,
            String owner,
            String subject,
            String holder,
            String registrationId,
            String appointmentId,
            Instant completedAt)
            implements RedeemCodeEvent {}
}
