package io.examledger.query.audit.summary;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import java.time.Instant;

/** What happens between an examinee and a subject. */
final class CandidacyWords {
    private CandidacyWords() {}

    static String of(CandidacyEvent event, Instant now) {
        return switch (event) {
            case CandidacyEvent.RegistrationOpened e ->
                "Account %s is registered for %s, %s, until %s."
                        .formatted(
                                e.examinee(),
                                e.subject(),
                                e.redeemCodeId() == null ? "by an order of their own" : "by code " + e.redeemCodeId(),
                                e.validUntil());
            case CandidacyEvent.RegistrationWithdrawn e ->
                "The registration ended: the company took code %s back.".formatted(e.redeemCodeId());
            case CandidacyEvent.RegistrationRefunded e ->
                "The registration ended: order %s is refunded.".formatted(e.orderId());
            case CandidacyEvent.RegistrationExpired e ->
                "The registration ended with the validity of order %s.".formatted(e.orderId());
            case CandidacyEvent.RegistrationOutlivedOrder e ->
                "The validity of order %s is over, and the registration has an appointment still: without it, it ends."
                        .formatted(e.orderId());
            case SittingEvent.AppointmentMade e ->
                "The registration has appointment %s, at %s.".formatted(e.appointmentId(), e.start());
            case SittingEvent.AppointmentMoved e ->
                "Appointment %s is at %s now.".formatted(e.appointmentId(), e.start());
            case SittingEvent.AppointmentWithdrawn e ->
                "Appointment %s does not count: the registration can be scheduled again, within its validity."
                        .formatted(e.appointmentId());
            case SittingEvent.SessionLaunched e ->
                "The examinee launched the session of appointment %s and is to show who they are by %s."
                        .formatted(e.appointmentId(), e.admitUntil());
            case SittingEvent.ExamBegun e ->
                "The examinee sits appointment %s: a result is pending.".formatted(e.appointmentId());
            case SittingEvent.AttemptJudged e -> judged(e, now);
            case CandidacyEvent.RegistrationUsed e ->
                "The registration is used up by appointment %s.".formatted(e.appointmentId());
        };
    }

    private static String judged(SittingEvent.AttemptJudged e, Instant now) {
        return now.isBefore(e.releaseAt())
                ? "The attempt of %s was judged; a result is pending until %s.".formatted(e.start(), e.releaseAt())
                : "The attempt of %s counts as %s.".formatted(e.start(), e.outcome());
    }
}
