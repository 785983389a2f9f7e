package io.examledger.command.appointment.incident;

import io.examledger.kernel.appointment.AppointmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A test security violation ends the session (APT-9).
 *
 * @param kind what was violated, in a word
 * @param note about the examinee: sealed before it is stored; null without one
 */
public record ReportViolation(
        AppointmentId appointmentId, String kind, @Nullable String note, Instant at) {
    @Override
    public String toString() {
        return "ReportViolation[" + appointmentId + "]";
    }
}
