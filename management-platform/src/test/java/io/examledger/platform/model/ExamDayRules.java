package io.examledger.platform.model;

import io.examledger.command.appointment.checkin.CheckIn;
import io.examledger.command.appointment.checkin.CheckInHandler.Admission;
import io.examledger.command.appointment.checkin.IdentityDocument;
import io.examledger.command.appointment.incident.RecordNoShow;
import io.examledger.command.appointment.incident.ReportInterruption;
import io.examledger.command.appointment.incident.ReportViolation;
import io.examledger.command.appointment.launch.LaunchExam;
import io.examledger.command.appointment.result.RecordResult;
import io.examledger.command.appointment.result.ReleaseResult;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.ExamThings.Sitting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;

/** Sections 7 and 8 of the rule book from the exam day on: showing up, incidents, results. */
final class ExamDayRules {
    private final World world;

    ExamDayRules(World world) {
        this.world = world;
    }

    private Verdict known(AppointmentId id, Function<Sitting, Verdict> decide) {
        Sitting sitting = world.sittings.get(id.value());
        return sitting == null ? new Verdict().unless(false, "not-found") : decide.apply(sitting);
    }

    private Verdict live(Sitting sitting, Instant at) {
        return new Verdict()
                .unless(sitting.end.isEmpty(), "appointment.over")
                .unless(!world.isMissed(sitting, at), "appointment.missed");
    }

    private Verdict inTime(Sitting sitting, Instant at) {
        Duration early = Duration.ofMinutes(sitting.mode == DeliveryMode.TEST_CENTER ? 30 : 10);
        return live(sitting, at).unless(!at.isBefore(sitting.start.minus(early)), "appointment.too-early");
    }

    Verdict checkIn(CheckIn c) {
        return known(c.appointmentId(), sitting -> {
            Verdict verdict = inTime(sitting, c.at()).unless(!sitting.checkedIn, "appointment.checked-in");
            if (!hasDocuments(sitting, c)) {
                return verdict.answers(new Admission(false, "identity.documents-missing"));
            }
            if (!c.documents().stream()
                    .allMatch(document -> document.name().equals(Names.legal(sitting.registration.examinee)))) {
                return verdict.then(() -> {
                            sitting.end = "identity-rejected";
                            useUp(sitting);
                        })
                        .answers(new Admission(false, "identity.name-mismatch"));
            }
            return verdict.then(() -> {
                        sitting.checkedIn = true;
                        begin(sitting);
                    })
                    .answers(new Admission(true, null));
        });
    }

    /** APT-3: one unexpired government photo ID at a site; online two documents, one of them such. */
    private static boolean hasDocuments(Sitting sitting, CheckIn c) {
        LocalDate today = LocalDate.ofInstant(c.at(), ZoneOffset.UTC);
        var good = c.documents().stream()
                .filter(document -> document.expiresOn() == null || !today.isAfter(document.expiresOn()))
                .map(IdentityDocument::type)
                .distinct()
                .toList();
        int needed = sitting.mode == DeliveryMode.TEST_CENTER ? 1 : 2;
        return good.size() >= needed && good.stream().anyMatch(type -> type.isGovernmentPhotoId());
    }

    /** PLT-1: who really sits is known and, online, has launched the session; the order does not matter. */
    private static void begin(Sitting sitting) {
        sitting.attempted = sitting.hasBegun();
        sitting.attended = sitting.hasBegun();
    }

    /** COD-7, RES-3: the registration is used up, whether or not its holder has another by now. */
    private static void useUp(Sitting sitting) {
        if (sitting.outcome == null) {
            sitting.attempted = false;
        }
        Registration registration = sitting.registration;
        registration.state = RegistrationState.USED;
        registration.live = null;
        if (registration.code != null) {
            registration.code.status = RedeemCodeStatus.COMPLETED;
        }
    }

    Verdict launch(LaunchExam c) {
        return known(
                c.appointmentId(),
                sitting -> inTime(sitting, c.at())
                        .unless(
                                sitting.registration.examinee.equals(
                                        c.examinee().value()),
                                "not-found")
                        .unless(c.digest().equals(sitting.authorization), "appointment.wrong-authorization-code")
                        .unless(!sitting.launched, "appointment.launched")
                        .then(() -> {
                            sitting.launched = true;
                            begin(sitting);
                        }));
    }

    private static boolean sits(Sitting sitting) {
        boolean ended = !sitting.end.isEmpty() && !sitting.end.equals("terminated");
        return sitting.hasBegun() && !ended;
    }

    Verdict violation(ReportViolation c) {
        return known(
                c.appointmentId(),
                sitting -> live(sitting, c.at())
                        .unless(sits(sitting), "appointment.not-sat")
                        .unless(sitting.outcome == null, "appointment.judged")
                        .then(() -> {
                            sitting.end = "terminated";
                            sitting.outcome = ExamOutcome.INVALID;
                            useUp(sitting);
                        }));
    }

    Verdict interruption(ReportInterruption c) {
        return known(c.appointmentId(), sitting -> {
            Verdict verdict = inTime(sitting, c.at()).unless(sitting.outcome == null, "appointment.judged");
            if (c.contentExposed()) {
                return verdict.unless(sits(sitting), "appointment.not-sat");
            }
            return verdict.unless(world.isPresent(sitting.registration), "candidacy.registration-ended")
                    .then(() -> {
                        sitting.end = "interrupted";
                        sitting.attempted = false;
                        sitting.attended = false;
                        ChangeRules.free(sitting, c.at());
                    });
        });
    }

    Verdict noShow(RecordNoShow c) {
        return known(
                c.appointmentId(),
                sitting -> new Verdict()
                        .unless(!awaitsAdmission(sitting, c.at()), Verdict.POSTPONED)
                        .then(() -> {
                            if (world.isMissed(sitting, c.at())) {
                                sitting.end = "missed";
                                useUp(sitting);
                            }
                        }));
    }

    /** APT-3: whether a launched session is a no-show is open until the exam's end. */
    private boolean awaitsAdmission(Sitting sitting, Instant at) {
        return sitting.end.isEmpty() && sitting.hasShownUp() && !sitting.hasBegun() && !world.isMissed(sitting, at);
    }

    Verdict result(RecordResult c) {
        return known(
                c.appointmentId(),
                sitting -> new Verdict()
                        .unless(sits(sitting), "appointment.not-sat")
                        .then(() -> {
                            sitting.outcome = c.outcome();
                            sitting.score = c.score();
                            release(sitting, c.at());
                        }));
    }

    Verdict release(ReleaseResult c) {
        return known(c.appointmentId(), sitting -> new Verdict().then(() -> release(sitting, c.at())));
    }

    private void release(Sitting sitting, Instant at) {
        if (!sitting.released && world.isOut(sitting, at)) {
            sitting.released = true;
            if (sitting.end.isEmpty()) {
                useUp(sitting);
            }
        }
    }
}
