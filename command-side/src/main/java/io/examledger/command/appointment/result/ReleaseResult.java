package io.examledger.command.appointment.result;

import io.examledger.kernel.appointment.AppointmentId;
import java.time.Instant;

/**
 * Releases a result (RES-1, COD-7) once {@code releaseAt} has come. To be sent by whoever watches the time; before that, and on
 * a repeat, it changes nothing.
 */
public record ReleaseResult(AppointmentId appointmentId, Instant at) {}
