package io.examledger.command.appointment.result;

import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an exam came to, at first (RES-1) or as a correction (RES-4). */
public record RecordResult(
        AppointmentId appointmentId,
        ExamOutcome outcome,
        @Nullable Score score,
        Instant at) {}
