package io.examledger.command.appointment.checkin;

import io.examledger.kernel.appointment.AppointmentId;
import java.time.Instant;
import java.util.List;

/** Staff have seen the examinee's identity documents (APT-2, APT-3, ACC-3). */
public record CheckIn(AppointmentId appointmentId, List<IdentityDocument> documents, Instant at) {
    public CheckIn {
        documents = List.copyOf(documents);
    }
}
