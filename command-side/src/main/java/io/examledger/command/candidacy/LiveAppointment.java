package io.examledger.command.candidacy;

import java.time.Instant;

/**
 * The one appointment of the present registration (APT-5).
 *
 * @param hasBegun whether the examinee has shown up
 */
record LiveAppointment(String appointmentId, Instant start, Instant showUpUntil, boolean hasBegun) {
    boolean missedBy(Instant at) {
        return !hasBegun && at.isAfter(showUpUntil);
    }

    LiveAppointment begun() {
        return new LiveAppointment(appointmentId, start, showUpUntil, true);
    }
}
