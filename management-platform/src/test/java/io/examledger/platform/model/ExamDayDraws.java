package io.examledger.platform.model;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.checkin.CheckIn;
import io.examledger.command.appointment.checkin.CheckInHandler.Admission;
import io.examledger.command.appointment.checkin.IdentityDocument;
import io.examledger.command.appointment.incident.RecordNoShow;
import io.examledger.command.appointment.incident.ReportInterruption;
import io.examledger.command.appointment.incident.ReportViolation;
import io.examledger.command.appointment.launch.LaunchExam;
import io.examledger.command.appointment.launch.LaunchExamHandler.ExamLaunched;
import io.examledger.command.appointment.result.RecordResult;
import io.examledger.command.appointment.result.ReleaseResult;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.platform.model.ExamThings.Sitting;
import io.examledger.platform.model.Things.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens on an exam day and after it. */
final class ExamDayDraws {
    private static final PersonName SOMEBODY_ELSE = new PersonName("Somebody", "Else", null);
    private final World world;

    ExamDayDraws(World world) {
        this.world = world;
    }

    private static boolean isExpected(Sitting sitting, Instant at) {
        Duration chance = sitting.hasShownUp() ? sitting.length : Duration.ofMinutes(20);
        return sitting.end.isEmpty()
                && !at.isBefore(sitting.start.minus(Duration.ofMinutes(30)))
                && !at.isAfter(sitting.start.plus(chance));
    }

    /** Whether somebody is expected now, or has sat and waits for the result. */
    boolean isOn(Instant at) {
        return world.sittings.values().stream()
                .anyMatch(sitting -> isExpected(sitting, at) || (sitting.attended && sitting.outcome == null));
    }

    Optional<Act> checkIn(Draw draw, Instant at) {
        return draw.mostly(world.sittings.values(), s -> isExpected(s, at) && !s.checkedIn)
                .map(sitting -> {
                    CheckIn checkIn = new CheckIn(new AppointmentId(sitting.id), documents(sitting, draw, at), at);
                    return new Act("proctor", checkIn, Admission.class);
                });
    }

    private static List<IdentityDocument> documents(Sitting sitting, Draw draw, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        PersonName name = draw.percent(95) ? Names.legal(sitting.registration.examinee) : SOMEBODY_ELSE;
        List<IdentityDocument> documents = new ArrayList<>();
        documents.add(new IdentityDocument(
                draw.percent(95) ? IdentityDocumentType.PASSPORT : IdentityDocumentType.BANK_CARD,
                name,
                draw.percent(90) ? today.plusDays(draw.below(3)) : today.minusDays(1)));
        if (draw.percent(sitting.mode == DeliveryMode.ONLINE_PROCTORED ? 92 : 20)) {
            documents.add(new IdentityDocument(
                    draw.percent(95) ? IdentityDocumentType.STUDENT_ID : IdentityDocumentType.PASSPORT, name, null));
        }
        return documents;
    }

    Optional<Act> launch(Draw draw, Instant at) {
        return draw.mostly(
                        world.sittings.values(),
                        s -> isExpected(s, at) && s.mode == DeliveryMode.ONLINE_PROCTORED && !s.launched)
                .map(sitting -> {
                    String digest = sitting.authorization;
                    LaunchExam launch = new LaunchExam(
                            new AppointmentId(sitting.id),
                            new AccountId(sitting.registration.examinee),
                            digest == null || draw.percent(4) ? "letmein-wrong" : digest,
                            at);
                    return new Act(sitting.registration.examinee, launch, ExamLaunched.class);
                });
    }

    Optional<Act> violation(Draw draw, Instant at) {
        return draw.mostly(world.sittings.values(), s -> s.end.isEmpty() && s.attended && !s.released)
                .map(s -> new Act(
                        "proctor", new ReportViolation(new AppointmentId(s.id), "phone", null, at), Done.class));
    }

    Optional<Act> interruption(Draw draw, Instant at) {
        return draw.mostly(world.sittings.values(), s -> isExpected(s, at) || (s.attended && !s.released))
                .map(s -> {
                    boolean exposed = draw.percent(40);
                    return new Act(
                            "proctor",
                            new ReportInterruption(new AppointmentId(s.id), exposed, sent(s, draw, at)),
                            Done.class);
                });
    }

    /** Past the order's end half of them were sent just before it, and are handled after whatever came since. */
    private static Instant sent(Sitting sitting, Draw draw, Instant at) {
        Order order = sitting.registration.order;
        return !order.isValid(at) && draw.percent(50) ? order.validUntil.minusNanos(1_000) : at;
    }

    Optional<Act> noShow(Draw draw, Instant at) {
        return draw.mostly(world.sittings.values(), s -> world.isMissed(s, at))
                .map(s -> new Act("operator", new RecordNoShow(new AppointmentId(s.id), at), Done.class));
    }

    Optional<Act> result(Draw draw, Instant at) {
        return draw.mostly(world.sittings.values(), s -> s.attended && (s.outcome == null || draw.percent(20)))
                .map(s -> {
                    ExamOutcome outcome = draw.percent(10)
                            ? ExamOutcome.INVALID
                            : draw.percent(50) ? ExamOutcome.FAIL : ExamOutcome.PASS;
                    Score score = draw.percent(70) ? new Score(draw.below(1_001)) : null;
                    return new Act(
                            "operator", new RecordResult(new AppointmentId(s.id), outcome, score, at), Done.class);
                });
    }

    Optional<Act> release(Draw draw, Instant at) {
        return draw.mostly(world.sittings.values(), s -> !s.released && world.isOut(s, at))
                .map(s -> new Act("operator", new ReleaseResult(new AppointmentId(s.id), at), Done.class));
    }
}
