package io.examledger.command.appointment.incident;

import static io.examledger.command.testing.EndFacts.registrationExpired;
import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.adaIsOnline;
import static io.examledger.command.testing.ExamDay.adaSits;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.launch;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamDay.result;
import static io.examledger.command.testing.ExamEvents.completed;
import static io.examledger.command.testing.ExamEvents.freed;
import static io.examledger.command.testing.ExamEvents.interrupted;
import static io.examledger.command.testing.ExamEvents.judged;
import static io.examledger.command.testing.ExamEvents.recorded;
import static io.examledger.command.testing.ExamEvents.unscheduled;
import static io.examledger.command.testing.ExamEvents.used;
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
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;

import io.examledger.command.Commands.Done;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IncidentTest {
    private static final Instant CLOSES = START.plus(Duration.ofMinutes(20));
    private static final Instant DURING = START.plus(Duration.ofMinutes(45));
    private static final AppointmentId NEXT = new AppointmentId("next");

    @Test
    @DisplayName("APT-9 COD-7 a violation ends the session: result invalid, fee forfeited; the note is stored sealed")
    void a_violation_ends_the_session() {
        adaSits()
                .when(new ReportViolation(APPOINTMENT, "phone", "Ada had a phone", DURING))
                .thenEvents(
                        new ExamDayEvent.Terminated(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                "phone",
                                "sealed(Ada had a phone) for ada",
                                DURING),
                        recorded(ExamOutcome.INVALID, null, DURING),
                        judged(ExamOutcome.INVALID, DURING),
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
                .thenEvents(interrupted(false, DURING), freed(DURING), unscheduled(RedeemCodeStatus.BOUND, DURING))
                .when(online(ADA, NEXT, DURING.plusSeconds(60), DURING))
                .when(new UnbindRedeemCode(CODE, COMPANY, null, DURING))
                .thenRefused("redeem-code.not-bound");
    }

    @Test
    @DisplayName("APT-10 after content was shown the attempt counts")
    void an_interruption_after_content_counts() {
        adaSits()
                .when(new ReportInterruption(APPOINTMENT, true, DURING))
                .thenEvents(interrupted(true, DURING))
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
    @DisplayName("COD-6 ORD-4 past the order's validity the code is expired, and the registration with it")
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
                        interrupted(false, VALID_UNTIL),
                        freed(VALID_UNTIL),
                        registrationExpired(ADAS_CANDIDACY, REGISTRATION, CODE, VALID_UNTIL),
                        unscheduled(RedeemCodeStatus.EXPIRED, VALID_UNTIL));
    }
}
