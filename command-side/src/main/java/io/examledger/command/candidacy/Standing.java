package io.examledger.command.candidacy;

import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a candidacy stands: its registration, its appointment and its attempts, and what they allow. */
final class Standing {
    private @Nullable RegistrationGrant registration;
    private @Nullable LiveAppointment live;
    private final Set<String> everScheduled = new HashSet<>();
    private final Attempts attempts = new Attempts();

    /**
     * APT-5. A registration ends with its order, whether or not anybody has noted it yet (ORD-4); with an appointment it ends
     * with that (COD-6, COD-7).
     */
    void requireNoOpenRegistration(Instant at) {
        if (registration != null && (live != null || at.isBefore(registration.validUntil())) && !isUsedUp(at)) {
            throw Refusals.conflict(
                    "candidacy.registration-open",
                    "There is an open registration for this subject already; a person has one at a time (APT-5).");
        }
    }

    /** By a no-show or a released result (COD-7, RES-3). */
    private boolean isUsedUp(Instant at) {
        return live != null && (live.missedBy(at) || attempts.isReleased(live.appointmentId(), at));
    }

    /** The registration that has not ended, if it is without an appointment. What is scheduled or used up does not expire. */
    Optional<RegistrationGrant> unscheduled() {
        return live == null ? Optional.ofNullable(registration) : Optional.empty();
    }

    /** The same if it was bought directly, by this order. */
    Optional<RegistrationGrant> unscheduledOf(OrderId order) {
        return unscheduled()
                .filter(open -> open.redeemCodeId() == null && open.orderId().equals(order));
    }

    /**
     * REF-1.
     *
     * @return the open registration, which the order bought and which never had an appointment
     */
    RegistrationGrant requireRefundable(OrderId order) {
        RegistrationGrant open = registration;
        if (open == null || open.redeemCodeId() != null || !open.orderId().equals(order)) {
            throw Refusals.conflict(
                    "candidacy.registration-ended",
                    "The registration that the order bought has ended; an order is refunded before (REF-1).");
        }
        requireNeverScheduled(open.registrationId());
        return open;
    }

    /** REF-1: cancelled or not, the first appointment counts. */
    void requireNeverScheduled(String registrationId) {
        if (everScheduled.contains(registrationId)) {
            throw Refusals.conflict(
                    "candidacy.ever-scheduled",
                    "An order can be refunded until its first appointment is made, cancelled or not (REF-1).");
        }
    }

    /**
     * APT-5.
     *
     * @return the open registration, which has no appointment
     */
    RegistrationGrant requireSchedulable(Instant at) {
        requireNoPendingResult(at);
        RegistrationGrant open = requireOpen(at);
        if (live != null) {
            throw Refusals.conflict(
                    "candidacy.appointment-exists",
                    "There is an appointment at %s already; reschedule or cancel it (APT-5).".formatted(live.start()));
        }
        return open;
    }

    private void requireNoPendingResult(Instant at) {
        if (attempts.isPending(at)) {
            throw Refusals.conflict(
                    "candidacy.result-pending",
                    "A result for this subject is pending. A new appointment can be made once it is released, three days"
                            + " after the exam's end at the earliest (RES-1, RES-2).");
        }
    }

    private RegistrationGrant requireOpen(Instant at) {
        if (registration == null || isUsedUp(at)) {
            throw noOpenRegistration();
        }
        if (!at.isBefore(registration.validUntil())) {
            throw Refusals.conflict(
                    "order.expired",
                    "The order's validity ended at " + registration.validUntil()
                            + "; until then you could have scheduled" + " (ORD-4).");
        }
        return registration;
    }

    static Refused noOpenRegistration() {
        return Refusals.conflict(
                "candidacy.no-open-registration",
                "There is no open registration for this subject. Register with a redeem code or buy a place first (APT-5).");
    }

    /** APT-5, RES-2. */
    void requireStart(Instant start, RetakePolicy policy, Instant at) {
        Instant validUntil = requireOpen(at).validUntil();
        if (!start.isAfter(at) || !start.isBefore(validUntil)) {
            throw Refusals.conflict(
                    "appointment.start-not-possible",
                    "The exam must start after %s and before %s, the end of the order's validity (APT-5)."
                            .formatted(at, validUntil));
        }
        Instant earliest = attempts.earliestStart(policy);
        if (start.isBefore(earliest)) {
            throw Refusals.conflict(
                    "candidacy.retake-too-early",
                    "After a failed attempt there is a wait: an exam can start from %s on (RES-2)."
                            .formatted(earliest));
        }
    }

    /** @throws IllegalStateException if the open registration is another one, or there is none */
    RegistrationGrant registration(String registrationId) {
        if (registration == null || !registration.registrationId().equals(registrationId)) {
            throw new IllegalStateException(registrationId + " is not the open registration");
        }
        return registration;
    }

    void evolve(CandidacyEvent event) {
        switch (event) {
            case CandidacyEvent.RegistrationOpened e -> open(e);
            case CandidacyEvent.RegistrationWithdrawn e -> registration = null;
            case CandidacyEvent.RegistrationExpired e -> endRegistration(e.registrationId());
            case CandidacyEvent.RegistrationRefunded e -> endRegistration(e.registrationId());
            case SittingEvent.AppointmentMade e -> {
                everScheduled.add(e.registrationId());
                live = new LiveAppointment(e.appointmentId(), e.start(), e.showUpUntil(), false);
            }
            case SittingEvent.AppointmentMoved e ->
                live = new LiveAppointment(e.appointmentId(), e.start(), e.showUpUntil(), false);
            case SittingEvent.AppointmentWithdrawn e -> {
                endLive(e.appointmentId());
                attempts.drop(e.appointmentId());
            }
            case SittingEvent.ExamBegun e -> {
                live = live == null ? null : live.begun();
                attempts.begin(e.appointmentId(), e.start());
            }
            case SittingEvent.AttemptJudged e ->
                attempts.judge(e.appointmentId(), e.start(), e.outcome(), e.releaseAt());
            case CandidacyEvent.RegistrationUsed e -> {
                endLive(e.appointmentId());
                attempts.dropUnjudged(e.appointmentId());
                endRegistration(e.registrationId());
            }
        }
    }

    private void open(CandidacyEvent.RegistrationOpened event) {
        String code = event.redeemCodeId();
        registration = new RegistrationGrant(
                event.registrationId(),
                new AccountId(event.owner()),
                new OrderId(event.orderId()),
                code == null ? null : new RedeemCodeId(code),
                event.validUntil());
        live = null;
    }

    /** An appointment of an earlier registration may end late: then the present one's stays. */
    private void endLive(String appointmentId) {
        if (live != null && live.appointmentId().equals(appointmentId)) {
            live = null;
        }
    }

    private void endRegistration(String registrationId) {
        if (registration != null && registration.registrationId().equals(registrationId)) {
            registration = null;
        }
    }
}
