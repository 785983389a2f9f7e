package io.examledger.command.redeemcode;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;

/** A redeem code: one holder at a time, and the states of rule book §6. */
public class RedeemCode {
    /** Code of the one refusal that an outsider gets. */
    public static final String NOT_USABLE = "redeem-code.not-usable";

    /** Where a code comes from; the same for all codes of an order. */
    public record Origin(String orderId, String owner, String subject, Instant validUntil) {}

    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private final CodeStanding standing = new CodeStanding();

    @AggregateMember
    private final CodeRefund refund = new CodeRefund();

    /** For Axon, before the first event. */
    protected RedeemCode() {}

    /** COD-1. */
    public static RedeemCode issue(RedeemCodeId id, Origin origin, NewCodeString code, Instant at) {
        RedeemCode redeemCode = new RedeemCode();
        apply(new RedeemCodeEvent.Issued(
                id.value(),
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                code.digest(),
                code.sealed(),
                origin.validUntil(),
                at));
        return redeemCode;
    }

    /**
     * COD-2. Whatever is wrong, an outsider learns the same (COD-11).
     *
     * @param typed digest of the string that was typed: only the current one is good
     * @return where the code comes from
     */
    public Origin bind(String typed, SubjectCode subject, AccountId examinee, String registration, Instant at) {
        Origin origin = standing.origin();
        boolean usable = refund.isPossible()
                && standing.digest().equals(typed)
                && origin.subject().equals(subject.value())
                && at.isBefore(origin.validUntil());
        if (!usable) {
            throw notUsable();
        }
        apply(new RedeemCodeEvent.Bound(
                id, origin.orderId(), origin.owner(), origin.subject(), examinee.value(), registration, at));
        return origin;
    }

    /** What a person learns whose code does not work, for whatever reason (COD-11). */
    public static Refused notUsable() {
        return Refusals.conflict(
                NOT_USABLE,
                "The code cannot be used for this subject. Check the code and the subject, "
                        + "or ask the company that gave it to you for another one.");
    }

    /** The part that a refund of the order changes. */
    public CodeRefund refund() {
        return refund;
    }

    /** COD-3: the former holder loses the registration. */
    public Registration unbind(AccountId enterprise, Instant at) {
        standing.requireOwnerAndValid(enterprise, at);
        standing.require(RedeemCodeStatus.BOUND, "redeem-code.not-bound", "Only a bound code can be unbound (COD-3)");
        Origin origin = standing.origin();
        Registration lost = standing.registration();
        apply(new RedeemCodeEvent.Unbound(
                id, origin.orderId(), origin.owner(), origin.subject(), lost.holder(), lost.registrationId(), at));
        return lost;
    }

    /** COD-4: the string so far is refused from now on. */
    public void regenerate(AccountId enterprise, NewCodeString code, Instant at) {
        standing.requireOwnerAndValid(enterprise, at);
        standing.require(
                RedeemCodeStatus.UNUSED, "redeem-code.not-unused", "Only an unused code can be regenerated (COD-4)");
        refund.requireNotFrozen();
        Origin origin = standing.origin();
        apply(new RedeemCodeEvent.Regenerated(
                id,
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                code.digest(),
                code.sealed(),
                standing.digest(),
                standing.sealed(),
                at));
    }

    /** The part that the appointment changes. */
    public CodeUse use() {
        return new CodeUse(standing);
    }

    /** The part that the end of its order's validity changes. */
    public CodeEnd end() {
        return new CodeEnd(standing, refund);
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent event) {
        id = event.redeemCodeId();
        standing.evolve(event);
    }
}
