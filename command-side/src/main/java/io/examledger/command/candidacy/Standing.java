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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a candidacy stands: its registration, its appointment and its attempts. What they allow is {@link Eligibility}. */
final class Standing {
    private @Nullable RegistrationGrant registration;
    private @Nullable LiveAppointment live;
    private final Set<String> everScheduled = new HashSet<>();
    private final Attempts attempts = new Attempts();
    private boolean outlivedOrder;

    /** What it allows as it stands now. */
    Eligibility eligibility() {
        return new Eligibility(registration, live, attempts);
    }

    /** The registration that has not ended, if it is without an appointment. What is scheduled or used up does not expire. */
    Optional<RegistrationGrant> unscheduled() {
        return live == null ? Optional.ofNullable(registration) : Optional.empty();
    }

    /** The same if its order is over: by the instant, or because the order's end has been here (ORD-4). */
    Optional<RegistrationGrant> outlived(Instant at) {
        return unscheduled().filter(open -> outlivedOrder || !at.isBefore(open.validUntil()));
    }

    /** The one without an appointment if it was bought directly, by this order. */
    Optional<RegistrationGrant> unscheduledOf(OrderId order) {
        return unscheduled().filter(open -> isBoughtBy(open, order));
    }

    /** The one with an appointment if it was bought directly, by this order. */
    Optional<RegistrationGrant> scheduledOf(OrderId order) {
        return live == null
                ? Optional.empty()
                : Optional.ofNullable(registration).filter(open -> isBoughtBy(open, order));
    }

    private static boolean isBoughtBy(RegistrationGrant open, OrderId order) {
        return open.redeemCodeId() == null && open.orderId().equals(order);
    }

    /**
     * REF-1.
     *
     * @return the open registration, which the order bought and which never had an appointment
     */
    RegistrationGrant requireRefundable(OrderId order) {
        RegistrationGrant open = registration;
        if (open == null || !isBoughtBy(open, order)) {
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

    /** Who has registered again could do so only because the registration before had ended, be it noted or not (APT-2, APT-5). */
    void requirePresent(String registrationId) {
        if (registration == null || !registration.registrationId().equals(registrationId)) {
            throw Refusals.conflict(
                    "candidacy.registration-ended",
                    "The registration has ended meanwhile; it cannot be scheduled again (APT-5).");
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
            case CandidacyEvent.RegistrationOutlivedOrder e -> outlivedOrder = true;
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
            case SittingEvent.SessionLaunched e ->
                changeLive(e.appointmentId(), appointment -> appointment.launched(e.admitUntil()));
            case SittingEvent.ExamBegun e -> {
                changeLive(e.appointmentId(), LiveAppointment::begun);
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
        outlivedOrder = false;
    }

    private void endLive(String appointmentId) {
        changeLive(appointmentId, appointment -> null);
    }

    /** An appointment of an earlier registration may begin or end late: then the present one's stays. */
    private void changeLive(String appointmentId, Function<LiveAppointment, @Nullable LiveAppointment> change) {
        if (live != null && live.appointmentId().equals(appointmentId)) {
            live = change.apply(live);
        }
    }

    private void endRegistration(String registrationId) {
        if (registration != null && registration.registrationId().equals(registrationId)) {
            registration = null;
        }
    }
}
