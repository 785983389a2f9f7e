package io.examledger.command.appointment.result;

import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamResultEvent;
import java.time.Instant;
import java.util.List;

/** A result is released as soon as it may be seen (RES-1). A correction does not change when that is (RES-4). */
public final class ResultReleases implements DeadlineRule {
    @Override
    public String kind() {
        return "result-release";
    }

    @Override
    public List<DeadlineChange> after(Object event) {
        return switch (event) {
            case ExamResultEvent.Recorded e -> List.of(new DeadlineChange.Set(e.appointmentId(), e.releaseAt()));
            case ExamResultEvent.Released e -> List.of(new DeadlineChange.Lift(e.appointmentId()));
            default -> List.of();
        };
    }

    @Override
    public Object command(String key, Instant now) {
        return new ReleaseResult(new AppointmentId(key), now);
    }
}
