package io.examledger.kernel.appointment;

import io.examledger.kernel.event.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an appointment came to; events of the appointment. Before {@code releaseAt} nobody may see anything of {@link Recorded}
 * and {@link Corrected}, in no statistic, export or timeline (RES-1).
 */
public sealed interface ExamResultEvent {
    String appointmentId();

    String examinee();

    /** The account that paid for the registration: the enterprise of the code, or the examinee. */
    String owner();

    String subject();

    String registrationId();

    /**
     * What the attempt came to; not to be seen before its release (RES-1).
     *
     * @param examEnd from which the embargo is counted
     * @param releaseAt first instant at which the result can be seen
     * @param policyVersion version of the policy that decided {@code releaseAt}
     */
    @EventType(value = "exam-result.recorded", rules = "RES-1")
    record Recorded(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            ExamOutcome outcome,
            @Nullable Score score,
            Instant examEnd,
            Instant releaseAt,
            int policyVersion,
            Instant recordedAt)
            implements ExamResultEvent {}

    /**
     * RES-4.
     *
     * @param releaseAt the result's, which a correction does not change: not to be seen before it
     */
    @EventType(value = "exam-result.corrected", rules = "RES-4")
    record Corrected(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            ExamOutcome previousOutcome,
            ExamOutcome outcome,
            @Nullable Score score,
            Instant releaseAt,
            Instant correctedAt)
            implements ExamResultEvent {}

    /**
     * From now on the result can be seen (RES-1).
     *
     * @param examStart the exam's date, from which retake waits are counted (RES-2)
     */
    @EventType(
            value = "exam-result.released",
            rules = {"RES-1", "COD-7"})
    record Released(
            String appointmentId,
            String examinee,
            String owner,
            String subject,
            String registrationId,
            ExamOutcome outcome,
            @Nullable Score score,
            Instant examStart,
            Instant releasedAt)
            implements ExamResultEvent {}
}
