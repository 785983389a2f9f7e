package io.examledger.kernel.candidacy;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.event.EventType;
import java.time.Instant;

/** What an appointment does to the candidacy behind it, from its reservation to what the exam came to. */
public sealed interface SittingEvent extends CandidacyEvent {
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
            implements SittingEvent {}

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
            implements SittingEvent {}

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
            implements SittingEvent {}

    /**
     * The examinee launched the online session in time, and nobody has seen yet who it is: without the documents they do not
     * sit (APT-2, APT-3).
     *
     * @param admitUntil the exam's end; who has not been admitted by then did not sit
     */
    @EventType(
            value = "candidacy.session-launched",
            rules = {"APT-2", "APT-3"})
    record SessionLaunched(
            String candidacyId,
            String examinee,
            String subject,
            String registrationId,
            String owner,
            String appointmentId,
            Instant admitUntil,
            Instant launchedAt)
            implements SittingEvent {}

    /**
     * The examinee sits: a result is pending from now on (RES-2). At a test center that is the check-in; online the check-in and
     * the launch, whichever comes last (APT-3). In logs of earlier versions an online exam began with its launch alone.
     */
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
            implements SittingEvent {}

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
            implements SittingEvent {}
}
