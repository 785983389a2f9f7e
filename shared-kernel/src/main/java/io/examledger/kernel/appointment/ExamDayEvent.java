package io.examledger.kernel.appointment;

import io.examledger.kernel.event.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an appointment on the exam day, and what ends it then. */
public sealed interface ExamDayEvent extends AppointmentEvent {
    /**
     * The examinee showed who they are (APT-3).
     *
     * @param documents the documents shown, with names, encrypted under the examinee's own key
     */
    @EventType(
            value = "appointment.checked-in",
            rules = {"ACC-3", "APT-2", "APT-3"})
    record CheckedIn(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            List<IdentityDocumentType> documentTypes,
            String documents,
            Instant checkedInAt)
            implements ExamDayEvent {
        public CheckedIn {
            documentTypes = List.copyOf(documentTypes);
        }
    }

    /**
     * A name on a document is not the legal name: the attempt is over and the fee forfeited (ACC-3).
     *
     * @param documents the documents shown, with names, encrypted under the examinee's own key
     */
    @EventType(value = "appointment.identity-rejected", rules = "ACC-3")
    record IdentityRejected(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            List<IdentityDocumentType> documentTypes,
            String documents,
            Instant rejectedAt)
            implements ExamDayEvent {
        public IdentityRejected {
            documentTypes = List.copyOf(documentTypes);
        }
    }

    /** The examinee began the online session with the authorization code (APT-2). */
    @EventType(
            value = "appointment.launched",
            rules = {"APT-2", "APT-3"})
    record Launched(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            Instant launchedAt)
            implements ExamDayEvent {}

    /**
     * Nobody showed up in time (APT-2), or whoever launched the session did not show who they are by the exam's end (APT-3): the
     * fee is forfeited. It is no failure (RES-2).
     *
     * @param since last instant at which the examinee could have shown up, or have been admitted
     */
    @EventType(
            value = "appointment.missed",
            rules = {"APT-2", "APT-3", "COD-7"})
    record Missed(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            Instant since,
            Instant recordedAt)
            implements ExamDayEvent {}

    /**
     * A violation ended the session: the attempt counts, its result is invalid, the fee is forfeited (APT-9).
     *
     * @param kind what was violated, as the staff names it
     * @param note encrypted under the examinee's own key
     */
    @EventType(value = "appointment.terminated", rules = "APT-9")
    record Terminated(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            String kind,
            @Nullable String note,
            Instant terminatedAt)
            implements ExamDayEvent {}

    /**
     * A technical failure not of the examinee's making (APT-10).
     *
     * @param contentExposed if not, the attempt does not count and the registration can be scheduled again
     */
    @EventType(value = "appointment.interrupted", rules = "APT-10")
    record Interrupted(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            boolean contentExposed,
            Instant interruptedAt)
            implements ExamDayEvent {}
}
