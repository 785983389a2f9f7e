package io.examledger.kernel.event;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.appointment.ConsentDocument;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import java.util.List;

/** One instance of each event around appointments with every field filled. */
final class ExamSamples {
    private static final String COMPANY = "0198a3c0-5b1e-7c44-9d2a-3f6e8b0c1d2e";
    private static final String EXAMINEE = "0198a3c2-77d0-7e31-b4c6-1a2b3c4d5e6f";
    private static final String ORDER = "0198a3c9-4e90-7b52-a1f3-9c8b7a6d5e4f";
    private static final String CODE = ORDER + "-0000007";
    private static final String REGISTRATION = "0198a3d4-c0de-7f63-8a9b-0f1e2d3c4b5a";
    private static final String SUBJECT = "PR000002";
    private static final String CANDIDACY = EXAMINEE + ":" + SUBJECT;
    private static final String SITE = "0198a3b7-1f2e-7a3d-9c4b-5a6f7e8d9c0b";
    private static final String SESSION = SITE + "-20250512093000";
    private static final String APPOINTMENT = "0198a3f0-6d5c-7b4a-8392-1a0b9c8d7e6f";
    private static final String DIGEST = "f3q0Zc2mY1sV8xKpJt6uWb4nLr9eHaGdQo7iCz5TkXE";
    private static final String SEALED = "AXk2bB8vT0mQ4sYd1pRzKc7LwJh9uNfGaEo3iVtX6qZ5rMbP0yUeWk8D";

    private static final Instant VALID_UNTIL = Instant.parse("2026-03-01T09:30:15.250Z");
    private static final Instant MADE = Instant.parse("2025-04-17T14:05:59.123456Z");
    private static final Instant OLD_START = Instant.parse("2025-05-05T09:30:00Z");
    private static final Instant START = Instant.parse("2025-05-12T09:30:00Z");
    private static final Instant END = Instant.parse("2025-05-12T11:00:00Z");
    private static final Instant FROM = Instant.parse("2025-05-12T09:00:00Z");
    private static final Instant UNTIL = Instant.parse("2025-05-12T09:50:00Z");
    private static final Instant SHOWN_UP = Instant.parse("2025-05-12T09:12:30Z");
    private static final Instant LATER = Instant.parse("2025-05-12T10:10:10.101Z");
    private static final Instant RELEASE = Instant.parse("2025-05-15T11:00:00Z");

    private ExamSamples() {}

    static List<Object> all() {
        return List.of(
                new SiteEvent.Opened(
                        SITE,
                        "Berlin Mitte",
                        "Beispielstrasse 1, 10117 Berlin",
                        "Europe/Berlin",
                        Instant.parse("2025-01-15T10:00:00Z")),
                new ExamSessionEvent.Opened(
                        SESSION, SITE, START, List.of(SUBJECT), 12, Instant.parse("2025-01-15T10:05:00Z")),
                new ExamSessionEvent.OnlineOpened(
                        "online-2025051209", Instant.parse("2025-05-12T09:00:00Z"), 500, 1, MADE),
                new ExamSessionEvent.SeatTaken(SESSION, APPOINTMENT, MADE),
                new ExamSessionEvent.SeatGivenBack(SESSION, APPOINTMENT, MADE),
                new RedeemCodeEvent.Scheduled(CODE, ORDER, COMPANY, SUBJECT, EXAMINEE, REGISTRATION, APPOINTMENT, MADE),
                new RedeemCodeEvent.Unscheduled(
                        CODE,
                        ORDER,
                        COMPANY,
                        SUBJECT,
                        EXAMINEE,
                        REGISTRATION,
                        APPOINTMENT,
                        RedeemCodeStatus.BOUND,
                        LATER),
                new RedeemCodeEvent.Completed(
                        CODE, ORDER, COMPANY, SUBJECT, EXAMINEE, REGISTRATION, APPOINTMENT, RELEASE),
                new SittingEvent.AppointmentMade(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, COMPANY, APPOINTMENT, OLD_START, UNTIL, 1, MADE),
                new SittingEvent.AppointmentMoved(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, COMPANY, APPOINTMENT, START, UNTIL, 1, MADE),
                new SittingEvent.AppointmentWithdrawn(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, COMPANY, APPOINTMENT, LATER),
                new SittingEvent.SessionLaunched(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, COMPANY, APPOINTMENT, END, SHOWN_UP),
                new SittingEvent.ExamBegun(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, COMPANY, APPOINTMENT, START, SHOWN_UP),
                new SittingEvent.AttemptJudged(
                        CANDIDACY,
                        EXAMINEE,
                        SUBJECT,
                        REGISTRATION,
                        COMPANY,
                        APPOINTMENT,
                        ExamOutcome.FAIL,
                        START,
                        RELEASE,
                        LATER),
                new CandidacyEvent.RegistrationUsed(
                        CANDIDACY, EXAMINEE, SUBJECT, REGISTRATION, COMPANY, APPOINTMENT, RELEASE),
                new AppointmentEvent.Scheduled(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        ORDER,
                        CODE,
                        DeliveryMode.TEST_CENTER,
                        SESSION,
                        SITE,
                        START,
                        END,
                        FROM,
                        UNTIL,
                        VALID_UNTIL,
                        List.of(
                                new Consent(ConsentDocument.PRIVACY_DISCLOSURE, "2025-01", MADE),
                                new Consent(ConsentDocument.EXAM_RULES, "2025-01", MADE)),
                        DIGEST,
                        SEALED,
                        1,
                        MADE),
                new AppointmentEvent.Rescheduled(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        OLD_START,
                        SESSION,
                        SITE,
                        START,
                        END,
                        FROM,
                        UNTIL,
                        new Money(25_00, "USD"),
                        1,
                        MADE),
                new AppointmentEvent.Cancelled(
                        APPOINTMENT, EXAMINEE, COMPANY, SUBJECT, REGISTRATION, START, new Money(25_00, "USD"), 1, MADE),
                new AppointmentNoticeEvent.Due(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        AppointmentNotice.RESCHEDULED,
                        DeliveryMode.TEST_CENTER,
                        new Venue("Berlin Mitte", "Beispielstrasse 1, 10117 Berlin", "Europe/Berlin"),
                        START,
                        OLD_START,
                        FROM,
                        UNTIL,
                        MADE),
                new ExamDayEvent.CheckedIn(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        List.of(IdentityDocumentType.PASSPORT, IdentityDocumentType.BANK_CARD),
                        SEALED,
                        SHOWN_UP),
                new ExamDayEvent.IdentityRejected(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        List.of(IdentityDocumentType.NATIONAL_ID),
                        SEALED,
                        SHOWN_UP),
                new ExamDayEvent.Launched(APPOINTMENT, EXAMINEE, COMPANY, SUBJECT, REGISTRATION, SHOWN_UP),
                new ExamDayEvent.Missed(APPOINTMENT, EXAMINEE, COMPANY, SUBJECT, REGISTRATION, UNTIL, LATER),
                new ExamDayEvent.Terminated(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        "second-person-in-the-room",
                        SEALED,
                        LATER),
                new ExamDayEvent.Interrupted(APPOINTMENT, EXAMINEE, COMPANY, SUBJECT, REGISTRATION, true, LATER),
                new ExamResultEvent.Recorded(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        ExamOutcome.FAIL,
                        new Score(612),
                        END,
                        RELEASE,
                        1,
                        Instant.parse("2025-05-12T11:20:00Z")),
                new ExamResultEvent.Corrected(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        ExamOutcome.FAIL,
                        ExamOutcome.PASS,
                        new Score(712),
                        RELEASE,
                        Instant.parse("2025-05-20T08:00:00Z")),
                new ExamResultEvent.Released(
                        APPOINTMENT,
                        EXAMINEE,
                        COMPANY,
                        SUBJECT,
                        REGISTRATION,
                        ExamOutcome.PASS,
                        new Score(712),
                        START,
                        RELEASE));
    }
}
