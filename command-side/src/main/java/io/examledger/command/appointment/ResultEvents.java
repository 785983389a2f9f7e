package io.examledger.command.appointment;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the events of a result from its values. */
final class ResultEvents {
    private ResultEvents() {}

    static ExamResultEvent recorded(
            Booking b,
            ExamOutcome outcome,
            @Nullable Score score,
            Instant examEnd,
            Instant releaseAt,
            int policyVersion,
            Instant at) {
        return new ExamResultEvent.Recorded(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                outcome,
                score,
                examEnd,
                releaseAt,
                policyVersion,
                at);
    }

    static ExamResultEvent corrected(Booking b, Result before, ExamOutcome outcome, @Nullable Score score, Instant at) {
        return new ExamResultEvent.Corrected(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                before.outcome(),
                outcome,
                score,
                before.releaseAt(),
                at);
    }

    static ExamResultEvent released(Booking b, Result result, Instant examStart, Instant at) {
        return new ExamResultEvent.Released(
                b.appointmentId(),
                b.examinee(),
                b.owner(),
                b.subject(),
                b.registrationId(),
                result.outcome(),
                result.score(),
                examStart,
                at);
    }
}
