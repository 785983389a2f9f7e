package io.examledger.command.candidacy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import java.time.Instant;

/** What an appointment does to the candidacy behind it, from its reservation to what the exam came to. */
final class Sitting {
    private final String id;
    private final String examinee;
    private final String subject;
    private final Standing standing;

    Sitting(String id, String examinee, String subject, Standing standing) {
        this.id = id;
        this.examinee = examinee;
        this.subject = subject;
        this.standing = standing;
    }

    /**
     * Takes the open registration for an appointment (APT-5).
     *
     * @return the registration
     */
    RegistrationGrant reserve(String appointment, Instant start, Instant showUpUntil, RetakePolicy policy, Instant at) {
        RegistrationGrant grant = standing.eligibility().requireSchedulable(at);
        standing.eligibility().requireStart(start, policy, at);
        apply(new SittingEvent.AppointmentMade(
                id,
                examinee,
                subject,
                grant.registrationId(),
                grant.owner().value(),
                appointment,
                start,
                showUpUntil,
                policy.version(),
                at));
        return grant;
    }

    /**
     * APT-1.
     *
     * @throws io.examledger.command.Refused if time had ended the registration, and its examinee has registered again since
     */
    void move(AppointmentRef appointment, Instant start, Instant showUpUntil, RetakePolicy policy, Instant at) {
        standing.requirePresent(appointment.registrationId());
        standing.eligibility().requireStart(start, policy, at);
        apply(new SittingEvent.AppointmentMoved(
                id,
                examinee,
                subject,
                appointment.registrationId(),
                appointment.owner(),
                appointment.appointmentId(),
                start,
                showUpUntil,
                policy.version(),
                at));
    }

    /** The examinee launched the session and is not known yet: nothing is pending. */
    void launch(AppointmentRef appointment, Instant admitUntil, Instant at) {
        apply(new SittingEvent.SessionLaunched(
                id,
                examinee,
                subject,
                appointment.registrationId(),
                appointment.owner(),
                appointment.appointmentId(),
                admitUntil,
                at));
    }

    /** The examinee sits: a result is pending. */
    void beginExam(AppointmentRef appointment, Instant start, Instant at) {
        apply(new SittingEvent.ExamBegun(
                id,
                examinee,
                subject,
                appointment.registrationId(),
                appointment.owner(),
                appointment.appointmentId(),
                start,
                at));
    }

    /** RES-2, RES-4. */
    void judge(AppointmentRef appointment, ExamOutcome outcome, Instant start, Instant releaseAt, Instant at) {
        apply(new SittingEvent.AttemptJudged(
                id,
                examinee,
                subject,
                appointment.registrationId(),
                appointment.owner(),
                appointment.appointmentId(),
                outcome,
                start,
                releaseAt,
                at));
    }

    /** RES-3. */
    void useUp(AppointmentRef appointment, Instant at) {
        apply(new CandidacyEvent.RegistrationUsed(
                id,
                examinee,
                subject,
                appointment.registrationId(),
                appointment.owner(),
                appointment.appointmentId(),
                at));
    }
}
