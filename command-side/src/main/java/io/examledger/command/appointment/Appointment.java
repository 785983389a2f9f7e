package io.examledger.command.appointment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.appointment.IdentityCheck.Verdict;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.site.Venue;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A reserved place and time for one registration, under the policy of its delivery mode (APT-1 to APT-10, RES-1, RES-4). */
public class Appointment {
    // Null until the first event is applied: Axon then reads the identifier from that event. Only Axon reads it.
    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private String id;

    private Booking booking = Booking.NONE;
    private Slot slot = Slot.NONE;
    private @Nullable String authorizationDigest;
    private Progress progress = Progress.reserved(booking.deliveryMode());
    private @Nullable Result result;

    /** For Axon, before the first event. */
    protected Appointment() {}

    /** COD-5. */
    public static Appointment schedule(
            Booking booking,
            Slot slot,
            Instant validUntil,
            List<Consent> consents,
            @Nullable NewAuthorizationCode code,
            Instant at) {
        Appointment appointment = new Appointment();
        apply(BookedEvents.scheduled(booking, slot, validUntil, consents, code, at));
        return appointment;
    }

    /**
     * Says that the examinee is to be told of what has just been done (APT-7).
     *
     * @param previousStart null if there was no change
     * @param venue null online
     */
    public void announce(AppointmentNotice notice, @Nullable Instant previousStart, @Nullable Venue venue, Instant at) {
        apply(Notices.due(notice, booking, slot, previousStart, venue, at));
    }

    /** APT-2, before anybody looks at documents. */
    public void requireCheckInTime(Instant at) {
        progress.requireShowUpTime(slot, at);
        if (progress.checkedIn()) {
            throw Refusals.conflict("appointment.checked-in", "The examinee has been admitted already.");
        }
    }

    /** APT-3, ACC-3. */
    public void checkIn(IdentityCheck check, Instant at) {
        requireCheckInTime(at);
        if (check.verdict() == Verdict.NAME_MISMATCH) {
            apply(BookedEvents.identityRejected(booking, check, at));
        } else if (check.verdict() == Verdict.ACCEPTED) {
            apply(BookedEvents.checkedIn(booking, check, at));
        }
    }

    /** APT-2. */
    public void launch(AccountId examinee, String digest, Instant at) {
        booking.requireExaminee(examinee);
        if (!digest.equals(authorizationDigest)) {
            throw Refusals.conflict(
                    "appointment.wrong-authorization-code",
                    "This is not the authorization code of this appointment (APT-3).");
        }
        progress.requireShowUpTime(slot, at);
        if (progress.launched()) {
            throw Refusals.conflict("appointment.launched", "The session has been launched already.");
        }
        apply(BookedEvents.launched(booking, at));
    }

    /** Whether the examinee sits the exam, or has sat it (APT-3, PLT-1). */
    public boolean sits() {
        return progress.sits();
    }

    /**
     * Records a no-show once time has made it one.
     *
     * @return false if it is none, or has been recorded
     * @throws IllegalStateException while only the exam's end can tell, because a launched session waits for its examinee's documents
     */
    public boolean miss(Instant at) {
        if (progress.awaitsAdmission(slot, at)) {
            throw new IllegalStateException("the session of %s is launched, and until %s its examinee can be admitted"
                    .formatted(booking.appointmentId(), slot.end()));
        }
        boolean missed = progress.isMissed(slot, at);
        if (missed) {
            apply(BookedEvents.missed(booking, progress.lastChance(slot), at));
        }
        return missed;
    }

    /** The part that says what the exam came to. */
    public Judgement judgement() {
        return new Judgement(booking, slot, progress, result);
    }

    /** The part that its examinee may change before the exam day. */
    public Change change() {
        return new Change(booking, slot, progress);
    }

    public Booking booking() {
        return booking;
    }

    public Slot slot() {
        return slot;
    }

    @EventSourcingHandler
    void evolve(AppointmentEvent event) {
        progress = progress.after(event);
        if (event instanceof AppointmentEvent.Scheduled e) {
            id = e.appointmentId();
            booking = BookedEvents.booking(e);
            slot = BookedEvents.slot(e);
            authorizationDigest = e.authorizationDigest();
        } else if (event instanceof AppointmentEvent.Rescheduled e) {
            slot = BookedEvents.slot(e);
        }
    }

    @EventSourcingHandler
    void evolve(ExamResultEvent event) {
        result = Result.after(result, event);
    }
}
