package io.examledger.command.candidacy;

import java.time.Instant;

/**
 * The one appointment of the present registration (APT-5).
 *
 * @param lastChance last instant to show up; online, after the launch, to show who they are
 * @param hasBegun whether the examinee sits. In logs of earlier versions an exam began with the launch, and nothing here tells whether
 *     anybody was admitted: such an appointment is no no-show by time alone, but once its own log has made it one ({@code RegistrationUsed})
 */
record LiveAppointment(String appointmentId, Instant start, Instant lastChance, boolean hasBegun) {
    boolean missedBy(Instant at) {
        return !hasBegun && at.isAfter(lastChance);
    }

    LiveAppointment launched(Instant admitUntil) {
        return new LiveAppointment(appointmentId, start, admitUntil, hasBegun);
    }

    LiveAppointment begun() {
        return new LiveAppointment(appointmentId, start, lastChance, true);
    }
}
