package io.examledger.command.appointment.incident;

import io.examledger.kernel.appointment.AppointmentId;
import java.time.Instant;

/**
 * A technical failure not of the examinee's making (APT-10).
 *
 * @param contentExposed whether exam content was shown before; then the attempt counts
 */
public record ReportInterruption(AppointmentId appointmentId, boolean contentExposed, Instant at) {}
