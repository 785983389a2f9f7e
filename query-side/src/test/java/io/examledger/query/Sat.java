package io.examledger.query;

import static io.examledger.query.Happened.END;
import static io.examledger.query.Happened.T0;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens to the appointment {@code a-<examinee>} of somebody who registered with a code, as events of a log. */
public record Sat(RedeemCodeEvent.Issued code, String examinee, DeliveryMode mode, Instant start) {
    public static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    public static final Duration LENGTH = Duration.ofMinutes(90);
    public static final SiteEvent.Opened SITE =
            new SiteEvent.Opened("berlin", "Berlin Mitte", "Beispielstrasse 1", "Europe/Berlin", T0);

    /** At the test center. */
    public static Sat by(String examinee, RedeemCodeEvent.Issued code) {
        return new Sat(code, examinee, DeliveryMode.TEST_CENTER, START);
    }

    public Sat online() {
        return new Sat(code, examinee, DeliveryMode.ONLINE_PROCTORED, start);
    }

    public Sat at(Instant other) {
        return new Sat(code, examinee, mode, other);
    }

    public static ExamSessionEvent.Opened session(Instant start, int seats, String... subjects) {
        return new ExamSessionEvent.Opened(
                "berlin-" + start.getEpochSecond(), "berlin", start, List.of(subjects), seats, T0);
    }

    public String appointment() {
        return "a-" + examinee;
    }

    String registration() {
        return "r-" + examinee;
    }

    String candidacy() {
        return examinee + ":" + code.subject();
    }

    /** Bound, registered and scheduled. */
    public List<Object> scheduled() {
        return List.of(
                Happened.bound(code, examinee),
                Happened.opened(code, examinee),
                appointmentScheduled(),
                new SittingEvent.AppointmentMade(
                        candidacy(),
                        examinee,
                        code.subject(),
                        registration(),
                        code.owner(),
                        appointment(),
                        start,
                        start,
                        1,
                        T0),
                new RedeemCodeEvent.Scheduled(
                        code.redeemCodeId(),
                        code.orderId(),
                        code.owner(),
                        code.subject(),
                        examinee,
                        registration(),
                        appointment(),
                        T0));
    }

    public AppointmentEvent appointmentScheduled() {
        boolean site = mode == DeliveryMode.TEST_CENTER;
        return new AppointmentEvent.Scheduled(
                appointment(),
                examinee,
                code.owner(),
                code.subject(),
                registration(),
                code.orderId(),
                code.redeemCodeId(),
                mode,
                site ? "berlin-" + start.getEpochSecond() : "online",
                site ? "berlin" : null,
                start,
                start.plus(LENGTH),
                start.minusSeconds(1800),
                start,
                END,
                List.of(),
                null,
                null,
                1,
                T0);
    }

    public AppointmentEvent moved(Instant to) {
        return new AppointmentEvent.Rescheduled(
                appointment(),
                examinee,
                code.owner(),
                code.subject(),
                registration(),
                start,
                "berlin-" + to.getEpochSecond(),
                "berlin",
                to,
                to.plus(LENGTH),
                to.minusSeconds(1800),
                to,
                null,
                1,
                T0);
    }

    /** And the code is bound again. */
    public List<Object> cancelled() {
        return List.of(
                new AppointmentEvent.Cancelled(
                        appointment(), examinee, code.owner(), code.subject(), registration(), start, null, 1, T0),
                freed(),
                new RedeemCodeEvent.Unscheduled(
                        code.redeemCodeId(),
                        code.orderId(),
                        code.owner(),
                        code.subject(),
                        examinee,
                        registration(),
                        appointment(),
                        RedeemCodeStatus.BOUND,
                        T0));
    }

    private CandidacyEvent freed() {
        return new SittingEvent.AppointmentWithdrawn(
                candidacy(), examinee, code.subject(), registration(), code.owner(), appointment(), T0);
    }

    /** Shows up and sits. */
    public List<Object> begun() {
        List<Object> shown = new ArrayList<>(mode == DeliveryMode.TEST_CENTER ? List.of() : launched());
        shown.add(admitted());
        shown.add(examBegun());
        return shown;
    }

    /** Documents were looked at; online that alone begins nothing. */
    public ExamDayEvent admitted() {
        return new ExamDayEvent.CheckedIn(
                appointment(), examinee, code.owner(), code.subject(), registration(), List.of(), "sealed", start);
    }

    private SittingEvent examBegun() {
        return new SittingEvent.ExamBegun(
                candidacy(), examinee, code.subject(), registration(), code.owner(), appointment(), start, start);
    }

    /** Online, as earlier versions stored it: the launch began the exam. */
    public List<Object> begunByLaunch() {
        return List.of(launched().getFirst(), examBegun());
    }

    /** Online, and nobody has looked at documents. */
    public List<Object> launched() {
        return List.of(
                new ExamDayEvent.Launched(appointment(), examinee, code.owner(), code.subject(), registration(), start),
                new SittingEvent.SessionLaunched(
                        candidacy(),
                        examinee,
                        code.subject(),
                        registration(),
                        code.owner(),
                        appointment(),
                        start.plus(LENGTH),
                        start));
    }

    public List<Object> missed() {
        return List.of(
                new ExamDayEvent.Missed(
                        appointment(), examinee, code.owner(), code.subject(), registration(), start, start),
                used(),
                completed());
    }

    /** Online that can be after the session was launched, and in logs of earlier versions after the exam had begun. */
    public List<Object> identityRejected() {
        return List.of(
                new ExamDayEvent.IdentityRejected(
                        appointment(),
                        examinee,
                        code.owner(),
                        code.subject(),
                        registration(),
                        List.of(),
                        "sealed",
                        start),
                used(),
                completed());
    }

    public List<Object> interrupted(boolean contentExposed) {
        AppointmentEvent interrupted = new ExamDayEvent.Interrupted(
                appointment(), examinee, code.owner(), code.subject(), registration(), contentExposed, start);
        return contentExposed
                ? List.of(interrupted)
                : List.of(
                        interrupted,
                        freed(),
                        new RedeemCodeEvent.Unscheduled(
                                code.redeemCodeId(),
                                code.orderId(),
                                code.owner(),
                                code.subject(),
                                examinee,
                                registration(),
                                appointment(),
                                RedeemCodeStatus.BOUND,
                                start));
    }

    public Instant releaseAt() {
        return start.plus(LENGTH).plus(Duration.ofDays(3));
    }

    CandidacyEvent used() {
        return new CandidacyEvent.RegistrationUsed(
                candidacy(), examinee, code.subject(), registration(), code.owner(), appointment(), start);
    }

    RedeemCodeEvent completed() {
        return new RedeemCodeEvent.Completed(
                code.redeemCodeId(),
                code.orderId(),
                code.owner(),
                code.subject(),
                examinee,
                registration(),
                appointment(),
                start);
    }
}
