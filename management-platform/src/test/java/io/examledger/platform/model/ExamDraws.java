package io.examledger.platform.model;

import io.examledger.command.appointment.ConsentPolicy;
import io.examledger.command.appointment.ConsentPolicy.Accepted;
import io.examledger.command.appointment.NewAuthorizationCode;
import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.change.ChangeAppointmentHandler.AppointmentChanged;
import io.examledger.command.appointment.change.RescheduleAppointment;
import io.examledger.command.appointment.schedule.ScheduleAppointment;
import io.examledger.command.appointment.schedule.ScheduleAppointment.Authorization;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler.AppointmentScheduled;
import io.examledger.command.examsession.open.OpenExamSession;
import io.examledger.command.examsession.open.OpenExamSessionHandler.ExamSessionOpened;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.ExamThings.Session;
import io.examledger.platform.model.ExamThings.Sitting;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Which appointments people may want. */
final class ExamDraws {
    private static final List<Accepted> CONSENTS = ConsentPolicy.CURRENT.versions().entrySet().stream()
            .map(text -> new Accepted(text.getKey(), text.getValue()))
            .toList();

    private final World world;
    private final Names names;
    private final OpenVaults vaults;

    ExamDraws(World world, Names names, OpenVaults vaults) {
        this.world = world;
        this.names = names;
        this.vaults = vaults;
    }

    Optional<Act> openSession(Draw draw, Instant at) {
        Instant start = soon(draw, at, 30).truncatedTo(ChronoUnit.HOURS);
        List<String> subjects =
                draw.percent(80) ? List.of() : List.of(draw.of(names.subjects).value());
        OpenExamSession open =
                new OpenExamSession(names.session(start), names.site, start, subjects, draw.between(1, 3), at);
        return Optional.of(new Act("operator", open, ExamSessionOpened.class));
    }

    private static Instant soon(Draw draw, Instant at, int days) {
        return at.plus(draw.upTo(Duration.ofDays(draw.between(1, days)))).truncatedTo(ChronoUnit.MINUTES);
    }

    Optional<Act> schedule(Draw draw, Instant at) {
        Optional<Registration> wish =
                draw.mostly(world.registrations.values(), r -> r.state == RegistrationState.OPEN && r.live == null);
        return wish.map(registration -> {
            String id = names.next("appointment");
            boolean online = draw.percent(
                    registration.order.subject.equals(names.subjects.get(1).value()) ? 96 : 40);
            CodeString clear = vaults.generate();
            ScheduleAppointment schedule = new ScheduleAppointment(
                    new AppointmentId(id),
                    new AccountId(registration.examinee),
                    new SubjectCode(registration.order.subject),
                    online ? new Place.Online(start(registration, draw, at)) : new Place.AtSite(session(draw, at)),
                    draw.percent(98) ? CONSENTS : CONSENTS.subList(0, 1),
                    online ? new Authorization(clear, new NewAuthorizationCode("letmein-" + id, "")) : null,
                    at);
            return new Act(registration.examinee, schedule, AppointmentScheduled.class);
        });
    }

    /** Mostly within weeks; now and then at the very end of the validity, in the past, or in an hour with others. */
    private Instant start(Registration registration, Draw draw, Instant at) {
        return switch (draw.below(20)) {
            case 0 -> registration.order.validUntil.minusNanos(draw.between(-1, 1) * 1_000L);
            case 1 -> at.minus(draw.upTo(Duration.ofHours(2)));
            case 2, 3, 4 -> soon(draw, at, 90);
            default -> soon(draw, at, 12);
        };
    }

    private ExamSessionId session(Draw draw, Instant at) {
        return draw.mostly(world.sessions.values(), session -> !session.online && session.start.isAfter(at))
                .filter(session -> draw.percent(97))
                .map(session -> new ExamSessionId(session.id))
                .orElse(new ExamSessionId("no-such-session"));
    }

    private boolean isOpen(Sitting sitting) {
        return sitting.end.isEmpty() && !sitting.released && !sitting.checkedIn && !sitting.launched;
    }

    Optional<Act> reschedule(Draw draw, Instant at) {
        return draw.mostly(world.sittings.values(), this::isOpen).map(sitting -> {
            boolean online = sitting.mode == DeliveryMode.ONLINE_PROCTORED;
            Session same = sitting.session;
            Instant start = draw.percent(10) ? sitting.start : start(sitting.registration, draw, at);
            String session = draw.percent(10) ? same.id : session(draw, at).value();
            String examinee = examinee(sitting, draw);
            RescheduleAppointment reschedule = new RescheduleAppointment(
                    new AppointmentId(sitting.id),
                    new AccountId(examinee),
                    online ? null : session,
                    online ? start : null,
                    at);
            return new Act(examinee, reschedule, AppointmentChanged.class);
        });
    }

    private String examinee(Sitting sitting, Draw draw) {
        return draw.percent(97) ? sitting.registration.examinee : names.run + "-bob";
    }

    Optional<Act> cancel(Draw draw, Instant at) {
        return draw.mostly(world.sittings.values(), this::isOpen).map(sitting -> {
            String examinee = examinee(sitting, draw);
            CancelAppointment cancel =
                    new CancelAppointment(new AppointmentId(sitting.id), new AccountId(examinee), at);
            return new Act(examinee, cancel, AppointmentChanged.class);
        });
    }
}
