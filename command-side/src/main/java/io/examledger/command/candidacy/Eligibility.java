package io.examledger.command.candidacy;

import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do in a subject (APT-5, RES-2). What only time decides holds whether or not anybody has noted it yet.
 *
 * @param registration the one that has not ended; null without one
 * @param live its appointment; null without one
 */
record Eligibility(
        @Nullable RegistrationGrant registration, @Nullable LiveAppointment live, Attempts attempts) {
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
                            + "; until then you could have scheduled (ORD-4).");
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
}
