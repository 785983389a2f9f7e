package io.examledger.command.appointment.launch;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import java.time.Instant;

/**
 * Begins an online session (APT-2).
 *
 * @param digest keyed digest of the authorization code as typed
 */
public record LaunchExam(AppointmentId appointmentId, AccountId examinee, String digest, Instant at) {}
