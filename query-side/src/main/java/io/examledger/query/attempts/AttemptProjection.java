package io.examledger.query.attempts;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.projection.Versioned;
import io.examledger.query.projection.VersionedTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row for each appointment (PLT-4). What was recorded before its release is not written anywhere, so no query can show
 * it (RES-1).
 */
public final class AttemptProjection implements Versioned {
    public static final VersionedTable ATTEMPTS = new VersionedTable(
            "attempt",
            List.of("appointment_id"),
            List.of(
                    "registration_id",
                    "order_id",
                    "redeem_code_id",
                    "account_id",
                    "examinee",
                    "subject",
                    "delivery_mode",
                    "scheduled_at",
                    "position"),
            List.of(
                    "session_id",
                    "site_id",
                    "starts_at",
                    "ends_at",
                    "show_up_from",
                    "show_up_until",
                    "status",
                    "outcome",
                    "score",
                    "released_at"));

    @Override
    public String name() {
        return "attempts";
    }

    @Override
    public List<String> tables() {
        return List.of("attempt", "attempt_version");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return switch (payload) {
            case AppointmentEvent event -> Optional.of(event.appointmentId());
            case ExamResultEvent event -> Optional.of(event.appointmentId());
            case SittingEvent.ExamBegun event -> Optional.of(event.appointmentId());
            default -> Optional.empty();
        };
    }

    @Override
    public List<VersionedTable> versionedTables() {
        return List.of(ATTEMPTS);
    }

    /** That a result was recorded changes nothing before its release (RES-1). */
    @Override
    public Stream<VersionedTable.Row> touches(Object payload) {
        return payload instanceof ExamResultEvent.Recorded
                ? Stream.empty()
                : sequenceOf(payload).stream().map(ATTEMPTS::row);
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        AttemptChanges changes = new AttemptChanges();
        for (RecordedEvent event : events) {
            switch (event.payload()) {
                case AppointmentEvent e -> fold(changes, e, event);
                case ExamResultEvent e -> fold(changes, e);
                case SittingEvent.ExamBegun e -> changes.stands(e.appointmentId(), AttemptStatus.ATTENDED);
                default -> throw new IllegalArgumentException("not an event of attempts: " + event.payload());
            }
        }
        changes.write(rows);
    }

    private static void fold(AttemptChanges changes, AppointmentEvent event, RecordedEvent recorded) {
        switch (event) {
            case AppointmentEvent.Scheduled e -> changes.scheduled(e, recorded);
            case AppointmentEvent.Rescheduled e -> changes.moved(e);
            case AppointmentEvent.Cancelled e -> changes.stands(e.appointmentId(), AttemptStatus.CANCELLED);
            case ExamDayEvent.CheckedIn e -> {}
            case ExamDayEvent.IdentityRejected e -> changes.stands(e.appointmentId(), AttemptStatus.IDENTITY_REJECTED);
            case ExamDayEvent.Launched e -> {}
            case ExamDayEvent.Missed e -> changes.stands(e.appointmentId(), AttemptStatus.MISSED);
            case ExamDayEvent.Terminated e -> changes.stands(e.appointmentId(), AttemptStatus.TERMINATED);
            case ExamDayEvent.Interrupted e -> {
                if (!e.contentExposed()) {
                    changes.stands(e.appointmentId(), AttemptStatus.INTERRUPTED);
                }
            }
        }
    }

    private static void fold(AttemptChanges changes, ExamResultEvent event) {
        switch (event) {
            case ExamResultEvent.Recorded e -> {}
            case ExamResultEvent.Corrected e -> changes.corrected(e);
            case ExamResultEvent.Released e -> changes.released(e);
        }
    }
}
