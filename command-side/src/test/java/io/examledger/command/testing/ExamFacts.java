package io.examledger.command.testing;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.site.SiteId;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.SubjectEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Events of sites, sessions and registrations that tests start from. */
public final class ExamFacts {
    public static final SiteId SITE = new SiteId("site");
    /** A month after {@link Facts#NOW}. */
    public static final Instant START = Instant.parse("2026-07-01T09:00:00Z");

    public static final Instant END = START.plus(Duration.ofMinutes(90));
    public static final ExamSessionId SESSION = ExamSessionId.of(SITE, START);
    public static final AppointmentId APPOINTMENT = new AppointmentId("appointment");
    public static final String REGISTRATION = "registration";

    public static final Venue VENUE = new Venue("Berlin Mitte", "Beispielstrasse 1", "Europe/Berlin");

    private ExamFacts() {}

    public static SiteEvent siteOpened() {
        return new SiteEvent.Opened(SITE.value(), VENUE.name(), VENUE.address(), VENUE.zone(), LONG_AGO);
    }

    /** All subjects can be sat. */
    public static ExamSessionEvent sessionOpened(int seats) {
        return sessionOpened(START, seats);
    }

    public static ExamSessionEvent sessionOpened(Instant start, int seats) {
        return new ExamSessionEvent.Opened(
                ExamSessionId.of(SITE, start).value(), SITE.value(), start, List.of(), seats, NOW);
    }

    /** In 90 minutes, at a test center and online. */
    public static SubjectEvent offered() {
        return new SubjectEvent.Introduced(
                SUBJECT.value(),
                "Solutions Architect",
                Category.SPECIALTY,
                null,
                null,
                PRICE,
                90,
                List.of(DeliveryMode.TEST_CENTER, DeliveryMode.ONLINE_PROCTORED),
                ExamType.THEORY,
                LONG_AGO);
    }

    /** A verified person with a legal name that {@link PlainVault} can open. */
    public static Object[] named(AccountId account, String first, String last) {
        String name = new PlainVault().seal("{\"first\":\"%s\",\"last\":\"%s\"}".formatted(first, last), account);
        return new Object[] {
            new AccountEvent.Registered(account.value(), AccountKind.ROOT, null, name, "email", null, LONG_AGO),
            Facts.verified(account, Verification.INDIVIDUAL)
        };
    }

    /** A person with a bound code: {@code number} of the order, registered as {@code registration}. */
    public static Object[] registered(AccountId person, int number, String registration) {
        RedeemCodeId code = RedeemCodeId.of(ORDER, number);
        CandidacyId candidacy = new CandidacyId(person, SUBJECT);
        return new Object[] {
            Facts.issued(code, number),
            Facts.bound(code, person, registration, PAID_AT),
            Facts.opened(candidacy, registration, code, PAID_AT)
        };
    }

    /** Ada Lovelace is registered with a code, and a session and the online pool are open to her. */
    public static Object[] adaIsRegistered() {
        return Stream.of(named(ADA, "Ada", "Lovelace"), registered(ADA, 1, REGISTRATION), new Object[] {
                    offered(), siteOpened(), sessionOpened(2)
                })
                .flatMap(Stream::of)
                .toArray();
    }

    /** A registration that Ada bought herself. */
    public static CandidacyEvent bought(String registration) {
        return new CandidacyEvent.RegistrationOpened(
                Facts.ADAS_CANDIDACY.toString(),
                ADA.value(),
                SUBJECT.value(),
                registration,
                ADA.value(),
                "own-order",
                null,
                VALID_UNTIL,
                PAID_AT);
    }

    /** Ada sat an exam then, which is over and released three days later. */
    public static Object[] attempt(String name, Instant start, ExamOutcome outcome) {
        String candidacy = Facts.ADAS_CANDIDACY.toString();
        String ada = ADA.value();
        String subject = SUBJECT.value();
        String owner = COMPANY.value();
        Instant releaseAt = start.plus(Duration.ofMinutes(90)).plus(Duration.ofDays(3));
        return new Object[] {
            new CandidacyEvent.RegistrationOpened(
                    candidacy, ada, subject, name, owner, ORDER.value(), CODE.value(), VALID_UNTIL, PAID_AT),
            new SittingEvent.AppointmentMade(
                    candidacy, ada, subject, name, owner, name, start, start.plusSeconds(1200), 1, PAID_AT),
            new SittingEvent.ExamBegun(candidacy, ada, subject, name, owner, name, start, start),
            new SittingEvent.AttemptJudged(
                    candidacy, ada, subject, name, owner, name, outcome, start, releaseAt, start),
            new CandidacyEvent.RegistrationUsed(candidacy, ada, subject, name, owner, name, releaseAt)
        };
    }
}
