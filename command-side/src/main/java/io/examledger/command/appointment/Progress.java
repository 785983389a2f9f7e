package io.examledger.command.appointment;

import io.examledger.command.Refusals;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the exam day has come, and what is still possible then (APT-2).
 *
 * @param end why it is over; null while it is not
 */
record Progress(
        DeliveryMode mode,
        boolean checkedIn,
        boolean launched,
        @Nullable End end) {
    /** Why an appointment is over. */
    enum End {
        CANCELLED("it was cancelled"),
        MISSED("nobody sat"),
        IDENTITY_REJECTED("the identity did not match"),
        TERMINATED("a violation ended it"),
        INTERRUPTED("it was interrupted and does not count");

        private final String words;

        End(String words) {
            this.words = words;
        }
    }

    static Progress reserved(DeliveryMode mode) {
        return new Progress(mode, false, false, null);
    }

    Progress after(AppointmentEvent event) {
        return switch (event) {
            case AppointmentEvent.Scheduled e -> reserved(e.deliveryMode());
            case AppointmentEvent.Rescheduled e -> this;
            case AppointmentEvent.Cancelled e -> ended(End.CANCELLED);
            case ExamDayEvent.CheckedIn e -> new Progress(mode, true, launched, end);
            case ExamDayEvent.IdentityRejected e -> ended(End.IDENTITY_REJECTED);
            case ExamDayEvent.Launched e -> new Progress(mode, checkedIn, true, end);
            case ExamDayEvent.Missed e -> ended(End.MISSED);
            case ExamDayEvent.Terminated e -> ended(End.TERMINATED);
            case ExamDayEvent.Interrupted e -> e.contentExposed() ? this : ended(End.INTERRUPTED);
        };
    }

    private Progress ended(End why) {
        return new Progress(mode, checkedIn, launched, why);
    }

    /** At a test center who has signed in, online who has launched the session. */
    boolean hasShownUp() {
        return mode == DeliveryMode.ONLINE_PROCTORED ? launched : checkedIn;
    }

    /** Shown up, and known to be who they are (APT-3): from then on the exam is sat (PLT-1). */
    boolean sits() {
        return checkedIn && hasShownUp();
    }

    /** Last instant to show up; for whoever has launched the session, to show who they are: after its end nobody can sit. */
    Instant lastChance(Slot slot) {
        return hasShownUp() ? slot.end() : slot.showUpUntil();
    }

    boolean isMissed(Slot slot, Instant at) {
        return end == null && !sits() && at.isAfter(lastChance(slot));
    }

    /** Launched in time, and not known yet: whether that is a no-show is open until the exam's end. */
    boolean awaitsAdmission(Slot slot, Instant at) {
        return end == null && hasShownUp() && !sits() && !at.isAfter(slot.end());
    }

    /** Refuses what is over, also by time alone (APT-2). */
    void requireLive(Slot slot, Instant at) {
        if (end != null) {
            throw Refusals.conflict("appointment.over", "The appointment is over: " + end.words + ".");
        }
        if (isMissed(slot, at)) {
            throw Refusals.conflict(
                    "appointment.missed",
                    (hasShownUp()
                                    ? "Until %s, the exam's end, the examinee could have shown who they are; the fee is forfeited (APT-3)."
                                    : "Until %s the examinee could have shown up; since then it is a no-show and the fee is"
                                            + " forfeited (APT-2).")
                            .formatted(lastChance(slot)));
        }
    }

    /** APT-2. */
    void requireShowUpTime(Slot slot, Instant at) {
        requireLive(slot, at);
        if (at.isBefore(slot.showUpFrom())) {
            throw Refusals.conflict(
                    "appointment.too-early",
                    "It can begin from %s until %s (APT-2).".formatted(slot.showUpFrom(), slot.showUpUntil()));
        }
    }

    /** An exam that is being sat, or was to its end. */
    void requireSitting() {
        if (!sits() || (end != null && end != End.TERMINATED)) {
            throw Refusals.conflict(
                    "appointment.not-sat",
                    end == null
                            ? "The examinee has not been admitted to the exam."
                            : "The exam was not sat: " + end.words + ".");
        }
    }
}
