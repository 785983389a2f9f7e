package io.examledger.command.appointment.incident;

import io.examledger.kernel.appointment.AppointmentId;
import java.time.Instant;

/**
 * Records a no-show (APT-2) once nobody has shown up, or online been admitted, in time. To be sent by whoever watches the time; before
 * that, and on a repeat, it changes nothing. Between a launch and the exam's end it fails, and is to be sent again.
 */
public record RecordNoShow(AppointmentId appointmentId, Instant at) {}
