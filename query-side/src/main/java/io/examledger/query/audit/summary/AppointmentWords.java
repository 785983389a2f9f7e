package io.examledger.query.audit.summary;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Appointments, what is told of them, and what they came to. */
final class AppointmentWords {
    private AppointmentWords() {}

    static String of(AppointmentEvent event) {
        return switch (event) {
            case AppointmentEvent.Scheduled e ->
                "Account %s has an appointment for %s, %s, from %s to %s; to show up by %s. Accepted: %s."
                        .formatted(
                                e.examinee(),
                                e.subject(),
                                e.deliveryMode(),
                                e.start(),
                                e.end(),
                                e.showUpUntil(),
                                Words.listed(
                                        e.consents().stream()
                                                .map(consent -> consent.document() + " " + consent.version())
                                                .toList(),
                                        "nothing"));
            case AppointmentEvent.Rescheduled e ->
                "The appointment was moved from %s to %s, %s."
                        .formatted(e.previousStart(), e.start(), Words.fee(e.fee()));
            case AppointmentEvent.Cancelled e ->
                "The appointment of %s was cancelled, %s.".formatted(e.start(), Words.fee(e.fee()));
            case ExamDayEvent.CheckedIn e ->
                "The examinee showed who they are: %s.".formatted(Words.listed(e.documentTypes(), "no document"));
            case ExamDayEvent.IdentityRejected e ->
                "A name on a document is not the legal name (%s): the attempt is over and the fee forfeited."
                        .formatted(Words.listed(e.documentTypes(), "no document"));
            case ExamDayEvent.Launched e -> "The examinee began the online session.";
            case ExamDayEvent.Missed e -> "Nobody sat by %s: the fee is forfeited.".formatted(e.since());
            case ExamDayEvent.Terminated e ->
                "A violation (%s) ended the session: the attempt counts, the fee is forfeited.".formatted(e.kind());
            case ExamDayEvent.Interrupted e ->
                e.contentExposed()
                        ? "A technical failure interrupted the exam after content was shown: the attempt counts."
                        : "A technical failure interrupted the exam before content was shown: it does not count.";
        };
    }

    static String of(AppointmentNoticeEvent event) {
        return switch (event) {
            case AppointmentNoticeEvent.Due e ->
                "The examinee is to be told that the appointment at %s is %s.".formatted(e.start(), e.notice());
        };
    }

    static String of(ExamResultEvent event, Instant now) {
        return switch (event) {
            case ExamResultEvent.Recorded e ->
                now.isBefore(e.releaseAt())
                        ? "A result was entered; it can be seen from %s on.".formatted(e.releaseAt())
                        : "The result was entered: %s.".formatted(result(e.outcome(), e.score()));
            case ExamResultEvent.Corrected e ->
                now.isBefore(e.releaseAt())
                        ? "The result was corrected; it can be seen from %s on.".formatted(e.releaseAt())
                        : "The result was corrected from %s to %s."
                                .formatted(e.previousOutcome(), result(e.outcome(), e.score()));
            case ExamResultEvent.Released e ->
                "The result can be seen from now on: %s.".formatted(result(e.outcome(), e.score()));
        };
    }

    private static String result(ExamOutcome outcome, @Nullable Score score) {
        return score == null ? outcome.name() : outcome + ", " + Words.count(score.points(), "point");
    }
}
