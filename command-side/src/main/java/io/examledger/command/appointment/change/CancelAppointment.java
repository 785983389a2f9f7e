package io.examledger.command.appointment.change;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import java.time.Instant;

/** Cancels an appointment (APT-1). */
public record CancelAppointment(AppointmentId appointmentId, AccountId examinee, Instant at) {}
