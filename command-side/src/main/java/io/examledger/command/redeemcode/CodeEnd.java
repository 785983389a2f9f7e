package io.examledger.command.redeemcode;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.redeemcode.RedeemCode.Origin;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the end of its order's validity does to a code (COD-9). */
public final class CodeEnd {
    private final CodeStanding standing;
    private final CodeRefund refund;

    CodeEnd(CodeStanding standing, CodeRefund refund) {
        this.standing = standing;
        this.refund = refund;
    }

    /**
     * What was not used ends with its order. A scheduled code stays until its appointment ends (COD-5 to COD-7), and a frozen
     * one is its refund's, which was asked for in time (ORD-4): on these it is noted that their order is over, so that whoever
     * frees them, at the same moment or later, ends them. One that has ended stays as it is.
     *
     * @return the registration that ends with it
     * @throws IllegalStateException if the order is still valid
     */
    public Optional<Registration> expire(Instant at) {
        Instant validUntil = standing.origin().validUntil();
        if (at.isBefore(validUntil)) {
            throw new IllegalStateException("code " + standing.id() + " is valid until " + validUntil);
        }
        return switch (standing.status()) {
            case UNUSED -> {
                if (refund.isPossible()) {
                    applyExpired(null, null, at);
                } else {
                    applyOutlived(at);
                }
                yield Optional.empty();
            }
            case BOUND -> {
                Registration lost = standing.registration();
                applyExpired(lost.holder(), lost.registrationId(), at);
                yield Optional.of(lost);
            }
            case SCHEDULED -> {
                applyOutlived(at);
                yield Optional.empty();
            }
            case COMPLETED, REFUNDED, EXPIRED -> Optional.empty();
        };
    }

    /**
     * REF-4: what this refund has frozen can be used again. If its order has ended meanwhile, it ends too (COD-9).
     *
     * @return false if the refund has not frozen it
     */
    public boolean release(RefundId frozenFor, Instant at) {
        boolean released = refund.release(frozenFor, at);
        if (released && standing.isPastValidity(at)) {
            applyExpired(null, null, at);
        }
        return released;
    }

    private void applyOutlived(Instant at) {
        Origin origin = standing.origin();
        apply(new RedeemCodeEvent.OutlivedOrder(
                standing.id(), origin.orderId(), origin.owner(), origin.subject(), standing.status(), at));
    }

    private void applyExpired(@Nullable String formerHolder, @Nullable String registration, Instant at) {
        Origin origin = standing.origin();
        apply(new RedeemCodeEvent.Expired(
                standing.id(),
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                standing.status(),
                formerHolder,
                registration,
                at));
    }
}
