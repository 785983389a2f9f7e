package io.examledger.command.appointment.incident;

import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamDayEvent;
import java.time.Instant;
import java.util.List;

/**
 * Who has not shown up by the last instant is a no-show (APT-2). A check-in does not lift the deadline, for online it is not
 * enough; the command finds out whether somebody sits.
 */
public final class NoShows implements DeadlineRule {
    /** The least that the log tells apart. */
    private static final long MICROSECOND = 1_000;

    @Override
    public String kind() {
        return "no-show";
    }

    @Override
    public List<DeadlineChange> after(Object event) {
        return event instanceof AppointmentEvent e ? change(e) : List.of();
    }

    private static List<DeadlineChange> change(AppointmentEvent event) {
        String id = event.appointmentId();
        return switch (event) {
            case AppointmentEvent.Scheduled e -> List.of(after(id, e.showUpUntil()));
            case AppointmentEvent.Rescheduled e -> List.of(after(id, e.showUpUntil()));
            case ExamDayEvent.CheckedIn e -> List.of();
            case ExamDayEvent.Launched e -> List.of(new DeadlineChange.Lift(id));
            case AppointmentEvent.Cancelled e -> List.of(new DeadlineChange.Lift(id));
            case ExamDayEvent.IdentityRejected e -> List.of(new DeadlineChange.Lift(id));
            case ExamDayEvent.Missed e -> List.of(new DeadlineChange.Lift(id));
            case ExamDayEvent.Terminated e -> List.of(new DeadlineChange.Lift(id));
            case ExamDayEvent.Interrupted e -> List.of(new DeadlineChange.Lift(id));
        };
    }

    /** The last instant is still in time. */
    private static DeadlineChange after(String id, Instant showUpUntil) {
        return new DeadlineChange.Set(id, showUpUntil.plusNanos(MICROSECOND));
    }

    @Override
    public Object command(String key, Instant now) {
        return new RecordNoShow(new AppointmentId(key), now);
    }
}
