package io.examledger.command.candidacy;

import io.examledger.command.Refusals;
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

/** Where a candidacy stands: its registration, its appointment and its attempts. What they allow is {@link Eligibility}. */
final class Standing {
    private @Nullable RegistrationGrant registration;
    private @Nullable LiveAppointment live;
    private final Set<String> everScheduled = new HashSet<>();
    private final Attempts attempts = new Attempts();

    /** What it allows as it stands now. */
    Eligibility eligibility() {
        return new Eligibility(registration, live, attempts);
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
            case SittingEvent.SessionLaunched e -> live = live == null ? null : live.launched(e.admitUntil());
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
