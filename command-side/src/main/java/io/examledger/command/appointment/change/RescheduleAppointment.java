package io.examledger.command.appointment.change;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Moves an appointment in its delivery mode (APT-1).
 *
 * @param sessionId another session, at a test center
 * @param start another start, online
 */
public record RescheduleAppointment(
        AppointmentId appointmentId,
        AccountId examinee,
        @Nullable String sessionId,
        @Nullable Instant start,
        Instant at) {}
