package io.examledger.command.redeemcode;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.jspecify.annotations.Nullable;

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

    private Origin origin = new Origin("", "", "", Instant.EPOCH);
    private RedeemCodeStatus status = RedeemCodeStatus.UNUSED;
    private String digest = "";
    private String sealed = "";
    private String holder = "";
    private String registrationId = "";

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
        boolean usable = refund.isPossible()
                && digest.equals(typed)
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
        requireOwnerAndValid(enterprise, at);
        requireStatus(RedeemCodeStatus.BOUND, "redeem-code.not-bound", "Only a bound code can be unbound (COD-3)");
        Registration lost = new Registration(holder, origin.subject(), registrationId);
        apply(new RedeemCodeEvent.Unbound(
                id, origin.orderId(), origin.owner(), origin.subject(), holder, registrationId, at));
        return lost;
    }

    /** A registration that a code carries. */
    public record Registration(String holder, String subject, String registrationId) {}

    /**
     * COD-9: what was not used ends with its order. A scheduled code stays until its appointment ends (COD-5 to COD-7), one
     * that has ended stays as it is, and a frozen one is its refund's, which was asked for in time (ORD-4).
     *
     * @return the registration that ends with it
     * @throws IllegalStateException if the order is still valid
     */
    public Optional<Registration> expire(Instant at) {
        if (at.isBefore(origin.validUntil())) {
            throw new IllegalStateException("code " + id + " is valid until " + origin.validUntil());
        }
        return switch (status) {
            case UNUSED -> {
                if (refund.isPossible()) {
                    applyExpired(null, null, at);
                }
                yield Optional.empty();
            }
            case BOUND -> {
                Registration lost = new Registration(holder, origin.subject(), registrationId);
                applyExpired(holder, registrationId, at);
                yield Optional.of(lost);
            }
            case SCHEDULED, COMPLETED, REFUNDED, EXPIRED -> Optional.empty();
        };
    }

    private void applyExpired(@Nullable String formerHolder, @Nullable String registration, Instant at) {
        apply(new RedeemCodeEvent.Expired(
                id, origin.orderId(), origin.owner(), origin.subject(), status, formerHolder, registration, at));
    }

    /** COD-4: the string so far is refused from now on. */
    public void regenerate(AccountId enterprise, NewCodeString code, Instant at) {
        requireOwnerAndValid(enterprise, at);
        requireStatus(
                RedeemCodeStatus.UNUSED, "redeem-code.not-unused", "Only an unused code can be regenerated (COD-4)");
        refund.requireNotFrozen();
        apply(new RedeemCodeEvent.Regenerated(
                id,
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                code.digest(),
                code.sealed(),
                digest,
                sealed,
                at));
    }

    /** COD-5. The validity is the registration's, which the candidacy has checked; it is checked here once more (ORD-4). */
    public void schedule(AccountId examinee, String registration, AppointmentId appointment, Instant at) {
        requireValid(at);
        requireStatus(RedeemCodeStatus.BOUND, "redeem-code.not-bound", "Only a bound code can be scheduled (COD-5)");
        if (!holder.equals(examinee.value()) || !registrationId.equals(registration)) {
            throw new IllegalStateException("registration " + registration + " is not the one of code " + id);
        }
        apply(new RedeemCodeEvent.Scheduled(
                id, origin.orderId(), origin.owner(), origin.subject(), holder, registration, appointment.value(), at));
    }

    /** COD-6: past the order's validity the code is expired. */
    public void unschedule(AppointmentId appointment, Instant at) {
        requireStatus(
                RedeemCodeStatus.SCHEDULED, "redeem-code.not-scheduled", "Only a scheduled code can be freed (COD-6)");
        apply(new RedeemCodeEvent.Unscheduled(
                id,
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                holder,
                registrationId,
                appointment.value(),
                at.isBefore(origin.validUntil()) ? RedeemCodeStatus.BOUND : RedeemCodeStatus.EXPIRED,
                at));
    }

    /** COD-7. */
    public void complete(AppointmentId appointment, Instant at) {
        requireStatus(
                RedeemCodeStatus.SCHEDULED, "redeem-code.not-scheduled", "Only a scheduled code is completed (COD-7)");
        apply(new RedeemCodeEvent.Completed(
                id,
                origin.orderId(),
                origin.owner(),
                origin.subject(),
                holder,
                registrationId,
                appointment.value(),
                at));
    }

    private void requireOwnerAndValid(AccountId enterprise, Instant at) {
        if (!origin.owner().equals(enterprise.value())) {
            throw Refusals.notFound();
        }
        requireValid(at);
    }

    private void requireValid(Instant at) {
        if (!at.isBefore(origin.validUntil())) {
            throw Refusals.conflict(
                    "order.expired", "The order's validity ended at " + origin.validUntil() + " (ORD-4).");
        }
    }

    private void requireStatus(RedeemCodeStatus required, String code, String rule) {
        if (status != required) {
            throw Refusals.conflict(
                    code, "%s; this one is %s.".formatted(rule, status.name().toLowerCase(Locale.ROOT)));
        }
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Issued event) {
        id = event.redeemCodeId();
        origin = new Origin(event.orderId(), event.owner(), event.subject(), event.validUntil());
        digest = event.digest();
        sealed = event.sealed();
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Bound event) {
        status = RedeemCodeStatus.BOUND;
        holder = event.holder();
        registrationId = event.registrationId();
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Unbound event) {
        status = RedeemCodeStatus.UNUSED;
        holder = "";
        registrationId = "";
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Regenerated event) {
        digest = event.digest();
        sealed = event.sealed();
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Refunded event) {
        status = RedeemCodeStatus.REFUNDED;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Expired event) {
        status = RedeemCodeStatus.EXPIRED;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Scheduled event) {
        status = RedeemCodeStatus.SCHEDULED;
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Unscheduled event) {
        status = event.status();
    }

    @EventSourcingHandler
    void evolve(RedeemCodeEvent.Completed event) {
        status = RedeemCodeStatus.COMPLETED;
    }
}
