package io.examledger.command.appointment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.appointment.IdentityCheck.Verdict;
import io.examledger.command.appointment.Progress.End;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.site.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
     * What moving or cancelling it costs now (APT-1).
     *
     * @return null if nothing
     */
    public @Nullable Money requireChangeable(AccountId examinee, Instant at) {
        requireExaminee(examinee);
        progress.requireLive(slot, at);
        if (progress.checkedIn() || progress.launched()) {
            throw Refusals.conflict(
                    "appointment.begun",
                    "The exam day has begun: it cannot be rescheduled or cancelled any more (APT-1).");
        }
        return policy().feeForChange(slot.start(), at);
    }

    private DeliveryPolicy policy() {
        return DeliveryPolicy.of(booking.deliveryMode());
    }

    /** @return what it costs; null if nothing */
    public @Nullable Money reschedule(AccountId examinee, Slot to, Instant at) {
        Money fee = requireChangeable(examinee, at);
        if (to.sessionId().equals(slot.sessionId()) && to.start().equals(slot.start())) {
            throw Refusals.conflict("appointment.unchanged", "The appointment is at this time already.");
        }
        apply(BookedEvents.rescheduled(booking, slot, to, fee, at));
        return fee;
    }

    /** @return what it costs; null if nothing */
    public @Nullable Money cancel(AccountId examinee, Instant at) {
        Money fee = requireChangeable(examinee, at);
        apply(BookedEvents.cancelled(booking, slot, fee, at));
        return fee;
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
        requireExaminee(examinee);
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

    private void requireExaminee(AccountId examinee) {
        if (!booking.examinee().equals(examinee.value())) {
            throw Refusals.notFound();
        }
    }

    /**
     * Records a no-show once time has made it one.
     *
     * @return false if it is none, or has been recorded
     */
    public boolean miss(Instant at) {
        boolean missed = progress.isMissed(slot, at);
        if (missed) {
            apply(BookedEvents.missed(booking, slot, at));
        }
        return missed;
    }

    /**
     * APT-9: the result is invalid.
     *
     * @return from when on that can be seen
     */
    public Instant terminate(String kind, @Nullable String note, EmbargoPolicy embargo, Instant at) {
        progress.requireLive(slot, at);
        progress.requireSitting();
        requireNoResult();
        apply(BookedEvents.terminated(booking, kind, note, at));
        return Objects.requireNonNull(judge(ExamOutcome.INVALID, null, embargo, at));
    }

    /** APT-10. */
    public void interrupt(boolean contentExposed, Instant at) {
        progress.requireShowUpTime(slot, at);
        requireNoResult();
        if (contentExposed) {
            progress.requireSitting();
        }
        apply(BookedEvents.interrupted(booking, contentExposed, at));
    }

    private void requireNoResult() {
        if (result != null) {
            throw Refusals.conflict(
                    "appointment.judged", "The exam has been judged; what it came to can be corrected (RES-4).");
        }
    }

    /**
     * What the exam came to, at first or as a correction (RES-1, RES-4).
     *
     * @return from when on it can be seen; null if it is what is known already
     */
    public @Nullable Instant judge(ExamOutcome outcome, @Nullable Score score, EmbargoPolicy embargo, Instant at) {
        progress.requireSitting();
        Result before = result;
        if (before == null) {
            Instant releaseAt = embargo.releaseAt(slot.end());
            apply(ResultEvents.recorded(booking, outcome, score, slot.end(), releaseAt, embargo.version(), at));
            return releaseAt;
        }
        if (before.outcome() == outcome && Objects.equals(before.score(), score)) {
            return null;
        }
        apply(ResultEvents.corrected(booking, before, outcome, score, at));
        return before.releaseAt();
    }

    /**
     * Releases the result once it may be seen (RES-1).
     *
     * @return false if it may not, or has been released
     */
    public boolean release(Instant at) {
        boolean due = result != null && result.isDue(at);
        if (due) {
            apply(ResultEvents.released(booking, Objects.requireNonNull(result), slot.start(), at));
        }
        return due;
    }

    /** Whether the registration was used up before the result's release (COD-7). */
    public boolean isForfeited() {
        return progress.end() == End.TERMINATED;
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
