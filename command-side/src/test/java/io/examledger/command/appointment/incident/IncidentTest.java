package io.examledger.command.appointment.incident;

import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.adaIsOnline;
import static io.examledger.command.testing.ExamDay.adaSits;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.launch;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamDay.result;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.REGISTRATION;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.launch.LaunchExam;
import io.examledger.command.appointment.launch.LaunchExamHandler.ExamLaunched;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.command.testing.Facts;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IncidentTest {
    private static final Instant CLOSES = START.plus(Duration.ofMinutes(20));
    private static final Instant DURING = START.plus(Duration.ofMinutes(45));
    private static final Instant RELEASE = END.plus(Duration.ofDays(3));
    private static final AppointmentId NEXT = new AppointmentId("next");

    @Test
    @DisplayName("APT-9 COD-7 a violation ends the session: result invalid, fee forfeited; the note is stored sealed")
    void a_violation_ends_the_session() {
        adaSits()
                .when(new ReportViolation(APPOINTMENT, "phone", "Ada had a phone", DURING))
                .thenEvents(
                        new AppointmentEvent.Terminated(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                "phone",
                                "sealed(Ada had a phone) for ada",
                                DURING),
                        new ExamResultEvent.Recorded(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                ExamOutcome.INVALID,
                                null,
                                END,
                                RELEASE,
                                1,
                                DURING),
                        judgedInvalid(),
                        used(DURING),
                        completed(DURING));
    }

    @Test
    @DisplayName("APT-9 only who sits can violate the rules of the exam, and only once")
    void a_violation_needs_an_exam() {
        adaHasASeat()
                .when(new ReportViolation(APPOINTMENT, "phone", null, START))
                .thenRefused("appointment.not-sat");
        adaSits()
                .when(new ReportViolation(APPOINTMENT, "phone", null, DURING))
                .when(new ReportViolation(APPOINTMENT, "phone", null, DURING))
                .thenRefused("appointment.over");
        adaSits()
                .when(result(ExamOutcome.PASS, 800, END))
                .when(new ReportViolation(APPOINTMENT, "phone", null, END))
                .thenRefused("appointment.judged");
    }

    @Test
    @DisplayName("APT-10 COD-6 before content was shown the attempt does not count and can be scheduled again")
    void an_interruption_before_content_gives_the_registration_back() {
        adaSits()
                .when(new ReportInterruption(APPOINTMENT, false, DURING))
                .thenEvents(
                        new AppointmentEvent.Interrupted(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                false,
                                DURING),
                        new CandidacyEvent.AppointmentWithdrawn(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                COMPANY.value(),
                                "appointment",
                                DURING),
                        unscheduled(RedeemCodeStatus.BOUND, DURING))
                .when(online(ADA, NEXT, DURING.plusSeconds(60), DURING))
                .when(new UnbindRedeemCode(CODE, COMPANY, null, DURING))
                .thenRefused("redeem-code.not-bound");
    }

    @Test
    @DisplayName("APT-10 after content was shown the attempt counts")
    void an_interruption_after_content_counts() {
        adaSits()
                .when(new ReportInterruption(APPOINTMENT, true, DURING))
                .thenEvents(new AppointmentEvent.Interrupted(
                        "appointment", ADA.value(), COMPANY.value(), SUBJECT.value(), REGISTRATION, true, DURING))
                .when(online(ADA, NEXT, DURING.plusSeconds(60), DURING))
                .thenRefused("candidacy.result-pending")
                .when(result(ExamOutcome.FAIL, 10, END))
                .thenAnswer(new Done());
    }

    @Test
    @DisplayName("APT-10 a failure may keep the examinee from showing up, in the time for it")
    void an_interruption_can_come_before_showing_up() {
        Instant opens = START.minus(Duration.ofMinutes(10));
        adaIsOnline()
                .when(new ReportInterruption(APPOINTMENT, false, opens.minusMillis(1)))
                .thenRefused("appointment.too-early")
                .when(new ReportInterruption(APPOINTMENT, true, opens))
                .thenRefused("appointment.not-sat")
                .when(new ReportInterruption(APPOINTMENT, false, CLOSES.plusMillis(1)))
                .thenRefused("appointment.missed")
                .when(new ReportInterruption(APPOINTMENT, false, CLOSES))
                .thenAnswer(new Done());
    }

    @Test
    @DisplayName("COD-6 ORD-4 past the order's validity the code is expired")
    void an_interruption_past_the_validity_expires_the_code() {
        Instant start = VALID_UNTIL.minusSeconds(60);
        Scenario.given(adaIsRegistered())
                .when(online(start, NOW))
                .when(launch(start))
                .when(checkIn(start))
                .when(new ReportInterruption(APPOINTMENT, false, VALID_UNTIL.minusMillis(1)))
                .thenAnswer(new Done());
        Scenario.given(adaIsRegistered())
                .when(online(start, NOW))
                .when(launch(start))
                .when(new ReportInterruption(APPOINTMENT, false, VALID_UNTIL))
                .thenEvents(
                        new AppointmentEvent.Interrupted(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                false,
                                VALID_UNTIL),
                        new CandidacyEvent.AppointmentWithdrawn(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                COMPANY.value(),
                                "appointment",
                                VALID_UNTIL),
                        unscheduled(RedeemCodeStatus.EXPIRED, VALID_UNTIL));
    }

    @Test
    @DisplayName("APT-2 COD-7 a no-show is recorded after the last instant, once, and uses the registration up")
    void a_no_show_is_recorded() {
        Instant late = CLOSES.plusMillis(1);
        adaHasASeat()
                .when(new RecordNoShow(APPOINTMENT, CLOSES))
                .thenEvents()
                .when(new RecordNoShow(APPOINTMENT, late))
                .thenEvents(
                        new AppointmentEvent.Missed(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                CLOSES,
                                late),
                        used(late),
                        completed(late))
                .when(new RecordNoShow(APPOINTMENT, late))
                .thenEvents()
                .when(checkIn(START))
                .thenRefused("appointment.over");
    }

    @Test
    @DisplayName("APT-2 who has shown up is no no-show")
    void who_sits_is_no_no_show() {
        adaSits().when(new RecordNoShow(APPOINTMENT, END)).thenEvents();
        adaIsOnline()
                .when(launch(CLOSES))
                .when(new RecordNoShow(APPOINTMENT, END))
                .thenEvents();
        adaIsOnline()
                .when(checkIn(CLOSES))
                .when(new RecordNoShow(APPOINTMENT, END))
                .thenEvents(
                        new AppointmentEvent.Missed(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                CLOSES,
                                END),
                        used(END),
                        completed(END));
    }

    @Test
    @DisplayName("APT-5 RES-2 a no-show is no failure and makes room, though nobody has recorded it")
    void a_no_show_makes_room_by_time_alone() {
        RedeemCodeId second = RedeemCodeId.of(ORDER, 2);
        Scenario.given(adaIsRegistered(), Facts.issued(second, 2))
                .when(atSite(NOW))
                .when(bind(second, CLOSES))
                .thenRefused("candidacy.registration-open")
                .when(online(ADA, NEXT, END, CLOSES.plusMillis(1)))
                .thenRefused("candidacy.no-open-registration")
                .when(bind(second, CLOSES.plusMillis(1)))
                .thenAnswer(new Registered("again", SUBJECT.value(), VALID_UNTIL))
                .when(online(ADA, NEXT, END, CLOSES.plusMillis(2)))
                .when(new RecordNoShow(APPOINTMENT, END))
                .thenAnswer(new Done())
                .when(launchNext(END))
                .thenAnswer(new ExamLaunched("next", END.plus(Duration.ofMinutes(90))));
    }

    private static LaunchExam launchNext(Instant at) {
        return new LaunchExam(NEXT, ADA, new PlainVault().digest(PlainVault.codeString(7), NEXT), at);
    }

    private static BindRedeemCode bind(RedeemCodeId code, Instant at) {
        return new BindRedeemCode(code, PlainVault.fresh(2, code).digest(), SUBJECT, ADA, "again", at);
    }

    private static CandidacyEvent judgedInvalid() {
        return new CandidacyEvent.AttemptJudged(
                ADAS_CANDIDACY.toString(),
                ADA.value(),
                SUBJECT.value(),
                REGISTRATION,
                COMPANY.value(),
                "appointment",
                ExamOutcome.INVALID,
                START,
                RELEASE,
                DURING);
    }

    private static CandidacyEvent used(Instant at) {
        return new CandidacyEvent.RegistrationUsed(
                ADAS_CANDIDACY.toString(),
                ADA.value(),
                SUBJECT.value(),
                REGISTRATION,
                COMPANY.value(),
                "appointment",
                at);
    }

    private static RedeemCodeEvent completed(Instant at) {
        return new RedeemCodeEvent.Completed(
                CODE.value(),
                ORDER.value(),
                COMPANY.value(),
                SUBJECT.value(),
                ADA.value(),
                REGISTRATION,
                "appointment",
                at);
    }

    private static RedeemCodeEvent unscheduled(RedeemCodeStatus status, Instant at) {
        return new RedeemCodeEvent.Unscheduled(
                CODE.value(),
                ORDER.value(),
                COMPANY.value(),
                SUBJECT.value(),
                ADA.value(),
                REGISTRATION,
                "appointment",
                status,
                at);
    }
}
