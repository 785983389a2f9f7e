package io.examledger.command.candidacy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * One person in one subject: at most one open registration, one live appointment (APT-5), and the waits between attempts
 * (RES-2). What only time decides, such as a no-show or a release, holds whether or not anybody has noted it yet.
 */
public class Candidacy {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private String examinee = "";
    private String subject = "";
    private final Standing standing = new Standing();

    /** For Axon, before the first event. */
    protected Candidacy() {}

    /** A first registration. */
    static Candidacy begin(CandidacyId candidacy, RegistrationGrant grant, Instant at) {
        applyOpened(candidacy, grant, at);
        return new Candidacy();
    }

    /** A registration after earlier ones. */
    void open(CandidacyId candidacy, RegistrationGrant grant, Instant at) {
        standing.eligibility().requireNoOpenRegistration(at);
        standing.unscheduled().ifPresent(ended -> applyExpired(ended, at));
        applyOpened(candidacy, grant, at);
    }

    private static void applyOpened(CandidacyId candidacy, RegistrationGrant grant, Instant at) {
        RedeemCodeId code = grant.redeemCodeId();
        apply(new CandidacyEvent.RegistrationOpened(
                candidacy.toString(),
                candidacy.examinee().value(),
                candidacy.subject().value(),
                grant.registrationId(),
                grant.owner().value(),
                grant.orderId().value(),
                code == null ? null : code.value(),
                grant.validUntil(),
                at));
    }

    Standing standing() {
        return standing;
    }

    /** The enterprise took the code back (COD-3). */
    void withdraw(String registrationId, RedeemCodeId code, Instant at) {
        String owner = standing.registration(registrationId).owner().value();
        apply(new CandidacyEvent.RegistrationWithdrawn(id, examinee, subject, registrationId, owner, code.value(), at));
    }

    /**
     * The registration can be scheduled again (APT-1, APT-10); past the order's validity it ends (ORD-4). One by code may end with its
     * code afterwards (COD-6).
     *
     * @throws io.examledger.command.Refused if time had ended the registration, and its examinee has registered again since
     */
    void free(AppointmentRef appointment, Instant at) {
        standing.requirePresent(appointment.registrationId());
        apply(new SittingEvent.AppointmentWithdrawn(
                id,
                examinee,
                subject,
                appointment.registrationId(),
                appointment.owner(),
                appointment.appointmentId(),
                at));
        standing.outlived(at).ifPresent(ended -> applyExpired(ended, at));
    }

    /** Ends a registration with its order (ORD-8), unless it has an appointment, or has ended. */
    void expire(String registrationId, Instant at) {
        standing.unscheduled()
                .filter(open -> open.registrationId().equals(registrationId))
                .ifPresent(ended -> applyExpired(ended, at));
    }

    /** The same for a registration that was bought directly; on one with an appointment it is noted that its order is over. */
    void expireOf(OrderId order, Instant at) {
        standing.unscheduledOf(order).ifPresent(ended -> applyExpired(ended, at));
        standing.scheduledOf(order)
                .ifPresent(scheduled -> apply(new CandidacyEvent.RegistrationOutlivedOrder(
                        id,
                        examinee,
                        subject,
                        scheduled.registrationId(),
                        scheduled.owner().value(),
                        order.value(),
                        at)));
    }

    private void applyExpired(RegistrationGrant ended, Instant at) {
        RedeemCodeId code = ended.redeemCodeId();
        apply(new CandidacyEvent.RegistrationExpired(
                id,
                examinee,
                subject,
                ended.registrationId(),
                ended.owner().value(),
                ended.orderId().value(),
                code == null ? null : code.value(),
                at));
    }

    /**
     * The order that bought the registration is refunded (REF-1).
     *
     * @return the registration, which ends
     */
    String refund(OrderId order, Instant at) {
        RegistrationGrant ending = standing.requireRefundable(order);
        apply(new CandidacyEvent.RegistrationRefunded(
                id,
                examinee,
                subject,
                ending.registrationId(),
                ending.owner().value(),
                ending.orderId().value(),
                at));
        return ending.registrationId();
    }

    /** The part that appointments change. */
    Sitting sitting() {
        return new Sitting(id, examinee, subject, standing);
    }

    @EventSourcingHandler
    void evolve(CandidacyEvent event) {
        id = event.candidacyId();
        examinee = event.examinee();
        subject = event.subject();
        standing.evolve(event);
    }
}
