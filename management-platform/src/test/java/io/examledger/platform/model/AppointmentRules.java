package io.examledger.platform.model;

import io.examledger.command.appointment.schedule.ScheduleAppointment;
import io.examledger.command.examsession.open.OpenExamSession;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.Session;
import io.examledger.platform.model.ExamThings.Sitting;
import io.examledger.platform.model.Things.Account;
import io.examledger.platform.model.Things.Subject;
import java.time.Instant;

/** Section 7 of the rule book: sessions and appointments. */
final class AppointmentRules {
    private final World world;
    private final Starts starts;

    AppointmentRules(World world) {
        this.world = world;
        this.starts = new Starts(world);
    }

    Verdict openSession(OpenExamSession c) {
        String id = c.sessionId().value();
        return new Verdict()
                .unless(c.start().isAfter(c.at()), "exam-session.in-the-past")
                .unless(!world.sessions.containsKey(id), "exam-session.start-taken")
                .then(() -> world.sessions.put(id, new Session(id, false, c.start(), c.subjects(), c.seats())));
    }

    Verdict schedule(ScheduleAppointment c) {
        Account examinee = world.accounts.get(c.examinee().value());
        Subject subject = world.subjects.get(c.subject().value());
        Session session = starts.session(c.place());
        if (examinee == null || subject == null) {
            return new Verdict().unless(examinee != null, "not-found").unless(subject != null, "subject.unknown");
        }
        Verdict verdict = new Verdict()
                .unless(examinee.level == Verification.INDIVIDUAL, "account.individual-verification-required")
                .unless(c.consents().size() == 2, "appointment.consent-missing")
                .unless(subject.modes.contains(c.place().mode()), "subject.delivery-mode-not-offered");
        if (session == null) {
            return verdict.unless(false, "exam-session.unknown");
        }
        Instant start = Starts.start(c.place(), session);
        verdict.unless(!isPending(examinee.id, subject.code, c.at()), "candidacy.result-pending");
        Registration registration =
                world.standing(examinee.id, subject.code, c.at()).orElse(null);
        if (registration == null) {
            return verdict.unless(false, "candidacy.no-open-registration");
        }
        verdict.unless(registration.live == null, "candidacy.appointment-exists");
        starts.requireStart(verdict, registration, start, c.at());
        Starts.requireSeat(verdict, session, subject.code, false);
        String digest =
                c.authorization() == null ? null : c.authorization().fresh().digest();
        return verdict.then(() -> {
            Sitting sitting = new Sitting(
                    c.appointmentId().value(), registration, subject.length, digest, c.place(), session, start);
            world.sittings.put(sitting.id, sitting);
            registration.live = sitting;
            registration.sittings.add(sitting);
            registration.everScheduled = true;
            if (registration.code != null) {
                registration.code.status = RedeemCodeStatus.SCHEDULED;
            }
            starts.take(session, sitting);
        });
    }

    private boolean isPending(String examinee, String subject, Instant at) {
        return world.attempts(examinee, subject).stream().anyMatch(attempt -> !world.isOut(attempt, at));
    }
}
