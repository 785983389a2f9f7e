package io.examledger.kernel.candidacy;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.event.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens between one examinee and one subject. */
public sealed interface CandidacyEvent {
    String candidacyId();

    String examinee();

    String subject();

    String registrationId();

    /** The account that paid for the registration: the enterprise of the code, or the examinee. */
    String owner();

    /**
     * A person got the right to sit the subject once (APT-5: one open registration per person and subject).
     *
     * @param orderId the order that grants it: an individual one, or the enterprise order of the code
     * @param redeemCodeId the bound code; null if the examinee bought the place directly
     * @param validUntil end of the order's validity; a registration never outlives it (ORD-8)
     */
    @EventType(
            value = "candidacy.registration-opened",
            rules = {"APT-5", "ORD-8"})
    record RegistrationOpened(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String orderId,
            @Nullable String redeemCodeId,
            Instant validUntil,
            Instant openedAt)
            implements CandidacyEvent {}

    /** The enterprise took the code back (COD-3). */
    @EventType(value = "candidacy.registration-withdrawn", rules = "COD-3")
    record RegistrationWithdrawn(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String redeemCodeId,
            Instant withdrawnAt)
            implements CandidacyEvent {}

    /** The order that bought the registration is refunded (REF-1). */
    @EventType(value = "candidacy.registration-refunded", rules = "REF-1")
    record RegistrationRefunded(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String orderId,
            Instant refundedAt)
            implements CandidacyEvent {}

    /**
     * The registration has ended with the order that granted it (ORD-4, ORD-8).
     *
     * @param orderId the order that granted it
     * @param redeemCodeId the bound code; null if the examinee bought the place directly
     */
    @EventType(
            value = "candidacy.registration-expired",
            rules = {"ORD-4", "ORD-8"})
    record RegistrationExpired(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String orderId,
            @Nullable String redeemCodeId,
            Instant expiredAt)
            implements CandidacyEvent {}

    /**
     * The registration has its one live appointment (APT-5), and cannot be refunded any more (REF-1).
     *
     * @param showUpUntil whoever has not shown up by then is a no-show
     * @param policyVersion version of the retake policy that allowed the start (RES-2)
     */
    @EventType(
            value = "candidacy.appointment-made",
            rules = {"APT-5", "REF-1"})
    record AppointmentMade(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String appointmentId,
            Instant start,
            Instant showUpUntil,
            int policyVersion,
            Instant madeAt)
            implements CandidacyEvent {}

    /**
     * The live appointment has another time (APT-1).
     *
     * @param policyVersion version of the retake policy that allowed the start (RES-2)
     */
    @EventType(value = "candidacy.appointment-moved", rules = "APT-1")
    record AppointmentMoved(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String appointmentId,
            Instant start,
            Instant showUpUntil,
            int policyVersion,
            Instant movedAt)
            implements CandidacyEvent {}

    /** Cancelled, or interrupted before anything was seen: the registration can be scheduled again (APT-1, APT-10). */
    @EventType(
            value = "candidacy.appointment-withdrawn",
            rules = {"APT-1", "APT-10"})
    record AppointmentWithdrawn(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String appointmentId,
            Instant withdrawnAt)
            implements CandidacyEvent {}

    /** The examinee sits: a result is pending from now on (RES-2). */
    @EventType(value = "candidacy.exam-begun", rules = "RES-2")
    record ExamBegun(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String appointmentId,
            Instant start,
            Instant begunAt)
            implements CandidacyEvent {}

    /**
     * What an attempt counts for (RES-2), at first or after a correction (RES-4); not to be seen before its release (RES-1).
     *
     * @param start the exam's date, from which waits are counted
     * @param releaseAt until then a result is pending
     */
    @EventType(
            value = "candidacy.attempt-judged",
            rules = {"RES-1", "RES-2", "RES-4"})
    record AttemptJudged(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String appointmentId,
            ExamOutcome outcome,
            Instant start,
            Instant releaseAt,
            Instant judgedAt)
            implements CandidacyEvent {}

    /** Result released, forfeited, or no-show: the registration is used up (COD-7, RES-3). */
    @EventType(
            value = "candidacy.registration-used",
            rules = {"COD-7", "RES-3"})
    record RegistrationUsed(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String appointmentId,
            Instant usedAt)
            implements CandidacyEvent {}
}
