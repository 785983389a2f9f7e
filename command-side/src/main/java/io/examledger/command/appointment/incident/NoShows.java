package io.examledger.command.appointment.incident;

import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import java.time.Instant;
import java.util.List;

/**
 * Who has not shown up by the last instant is a no-show (APT-2). Online it takes a launch and a check-in (APT-3): a launch alone
 * moves the deadline to the exam's end. That somebody sits does not lift it; the command finds out. In logs of earlier versions a launch
 * moved nothing: there the command fails, and comes again, until the exam's end.
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
        return switch (event) {
            case AppointmentEvent e -> change(e);
            case SittingEvent.SessionLaunched e -> List.of(after(e.appointmentId(), e.admitUntil()));
            default -> List.of();
        };
    }

    private static List<DeadlineChange> change(AppointmentEvent event) {
        String id = event.appointmentId();
        return switch (event) {
            case AppointmentEvent.Scheduled e -> List.of(after(id, e.showUpUntil()));
            case AppointmentEvent.Rescheduled e -> List.of(after(id, e.showUpUntil()));
            case ExamDayEvent.CheckedIn e -> List.of();
            case ExamDayEvent.Launched e -> List.of();
            case AppointmentEvent.Cancelled e -> List.of(new DeadlineChange.Lift(id));
            case ExamDayEvent.IdentityRejected e -> List.of(new DeadlineChange.Lift(id));
            case ExamDayEvent.Missed e -> List.of(new DeadlineChange.Lift(id));
            case ExamDayEvent.Terminated e -> List.of(new DeadlineChange.Lift(id));
            case ExamDayEvent.Interrupted e -> List.of(new DeadlineChange.Lift(id));
        };
    }

    /** The last instant is still in time. */
    private static DeadlineChange after(String id, Instant lastChance) {
        return new DeadlineChange.Set(id, lastChance.plusNanos(MICROSECOND));
    }

    @Override
    public Object command(String key, Instant now) {
        return new RecordNoShow(new AppointmentId(key), now);
    }
}
