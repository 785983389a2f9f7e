package io.examledger.query.audit.explanation;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.query.attempts.AttemptStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an appointment has come, and by which event.
 *
 * @param start as it is now
 * @param lastChance last instant to show up; online, after the launch, to show who they are
 * @param begunBy what began the exam day: the check-in or the launch, whichever came first; null before
 * @param missedByTime nobody sat in time and the log does not say so yet
 */
record AppointmentState(
        AttemptStatus status,
        String rule,
        String why,
        DeliveryMode mode,
        Instant start,
        Instant lastChance,
        Fact<AppointmentEvent> decidedBy,
        @Nullable Fact<AppointmentEvent> begunBy,
        boolean missedByTime) {
    private record Standing(AttemptStatus status, String rule, String why) {}

    static AppointmentState of(
            List<Fact<AppointmentEvent>> events, Fact<AppointmentEvent.Scheduled> made, Instant now) {
        DeliveryMode mode = made.event().deliveryMode();
        Standing standing = new Standing(AttemptStatus.SCHEDULED, "APT-5", "made and not over");
        Fact<AppointmentEvent> decided = events.getFirst();
        Instant start = made.event().start();
        Instant until = made.event().showUpUntil();
        Instant end = made.event().end();
        Fact<AppointmentEvent> begun = null;
        Arrival arrival = new Arrival(false, mode == DeliveryMode.TEST_CENTER);
        for (Fact<AppointmentEvent> fact : events) {
            arrival = arrival.after(fact.event());
            if (begun == null && Arrival.isOne(fact.event())) {
                begun = fact;
            }
            Standing next = standing(fact.event(), arrival);
            if (next != null) {
                standing = next;
                decided = fact;
            }
            if (fact.event() instanceof AppointmentEvent.Rescheduled moved) {
                start = moved.start();
                until = moved.showUpUntil();
                end = moved.end();
            } else if (fact.event() instanceof ExamDayEvent.Launched) {
                until = end;
            }
        }
        boolean missed = standing.status == AttemptStatus.SCHEDULED && now.isAfter(until);
        return new AppointmentState(
                missed ? AttemptStatus.MISSED : standing.status,
                standing.rule,
                standing.why,
                mode,
                start,
                until,
                decided,
                begun,
                missed);
    }

    /** What it takes to sit: at a test center the check-in, online the launch as well (APT-3). */
    private record Arrival(boolean checkedIn, boolean launched) {
        static boolean isOne(AppointmentEvent event) {
            return event instanceof ExamDayEvent.CheckedIn || event instanceof ExamDayEvent.Launched;
        }

        Arrival after(AppointmentEvent event) {
            return new Arrival(
                    checkedIn || event instanceof ExamDayEvent.CheckedIn,
                    launched || event instanceof ExamDayEvent.Launched);
        }
    }

    /** Null if the event changes no status. */
    private static @Nullable Standing standing(AppointmentEvent event, Arrival arrival) {
        return switch (event) {
            case AppointmentEvent.Scheduled e ->
                new Standing(AttemptStatus.SCHEDULED, "APT-5", "made at " + e.scheduledAt());
            case AppointmentEvent.Rescheduled e ->
                new Standing(AttemptStatus.SCHEDULED, "APT-1", "moved from " + e.previousStart() + " to " + e.start());
            case AppointmentEvent.Cancelled e ->
                new Standing(AttemptStatus.CANCELLED, "APT-1", "cancelled at " + e.cancelledAt());
            case ExamDayEvent.CheckedIn e -> arrival.launched ? sat(e.checkedInAt()) : null;
            case ExamDayEvent.Launched e -> arrival.checkedIn ? sat(e.launchedAt()) : null;
            case ExamDayEvent.IdentityRejected e ->
                new Standing(
                        AttemptStatus.IDENTITY_REJECTED,
                        "ACC-3",
                        "a name on a document is not the legal name; the attempt is over and the fee forfeited");
            case ExamDayEvent.Missed e ->
                new Standing(AttemptStatus.MISSED, "APT-2", "nobody sat by " + e.since() + "; the fee is forfeited");
            case ExamDayEvent.Terminated e ->
                new Standing(
                        AttemptStatus.TERMINATED,
                        "APT-9",
                        "a violation ended it: the attempt counts, the fee is forfeited");
            case ExamDayEvent.Interrupted e ->
                e.contentExposed()
                        ? null
                        : new Standing(
                                AttemptStatus.INTERRUPTED,
                                "APT-10",
                                "a technical failure ended it before content was shown: it does not count");
        };
    }

    private static Standing sat(Instant at) {
        return new Standing(AttemptStatus.ATTENDED, "APT-2", "the examinee sits since " + at);
    }
}
