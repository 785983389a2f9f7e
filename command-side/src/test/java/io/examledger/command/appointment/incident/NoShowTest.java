package io.examledger.command.appointment.incident;

import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.adaIsOnline;
import static io.examledger.command.testing.ExamDay.adaSits;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.launch;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamEvents.completed;
import static io.examledger.command.testing.ExamEvents.launchedByAnEarlierVersion;
import static io.examledger.command.testing.ExamEvents.missed;
import static io.examledger.command.testing.ExamEvents.missedUntil;
import static io.examledger.command.testing.ExamEvents.used;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.launch.LaunchExam;
import io.examledger.command.appointment.launch.LaunchExamHandler.ExamLaunched;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.testing.Facts;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoShowTest {
    private static final Instant CLOSES = START.plus(Duration.ofMinutes(20));
    private static final AppointmentId NEXT = new AppointmentId("next");

    @Test
    @DisplayName("APT-2 COD-7 a no-show is recorded after the last instant, once, and uses the registration up")
    void a_no_show_is_recorded() {
        Instant late = CLOSES.plusMillis(1);
        adaHasASeat()
                .when(new RecordNoShow(APPOINTMENT, CLOSES))
                .thenEvents()
                .when(new RecordNoShow(APPOINTMENT, late))
                .thenEvents(missed(late), used(late), completed(late))
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
                .when(checkIn(END))
                .when(new RecordNoShow(APPOINTMENT, CLOSES.plusMillis(1)))
                .thenEvents();
        adaIsOnline()
                .when(checkIn(CLOSES))
                .when(new RecordNoShow(APPOINTMENT, END))
                .thenEvents(missed(END), used(END), completed(END));
    }

    @Test
    @DisplayName(
            "APT-3 APT-4 until the exam's end a launched session is open: the clock's command fails, and comes again")
    void a_launch_is_not_answered_for_good_before_the_end() {
        Instant late = END.plusNanos(1_000);
        adaIsOnline()
                .when(launch(CLOSES))
                .when(new RecordNoShow(APPOINTMENT, CLOSES.plusNanos(1_000)))
                .thenBug()
                .when(new RecordNoShow(APPOINTMENT, END))
                .thenBug()
                .when(new RecordNoShow(APPOINTMENT, late))
                .thenEvents(missedUntil(END, late), used(late), completed(late));
    }

    @Test
    @DisplayName(
            "APT-3 APT-5 RES-2 who launched under an earlier version, where that began the exam, and was never admitted"
                    + " is a no-show too: no result is pending, and there is room")
    void a_launch_of_an_earlier_version_becomes_a_no_show() {
        RedeemCodeId second = RedeemCodeId.of(ORDER, 2);
        Instant late = END.plusNanos(1_000);
        Scenario.given(adaIsRegistered(), Facts.issued(second, 2))
                .when(online(START, NOW))
                .andHappened(launchedByAnEarlierVersion(START))
                .when(new RecordNoShow(APPOINTMENT, END))
                .thenBug()
                .when(bind(second, late))
                .thenRefused("candidacy.registration-open")
                .when(new RecordNoShow(APPOINTMENT, late))
                .thenEvents(missedUntil(END, late), used(late), completed(late))
                .when(bind(second, late))
                .thenAnswer(new Registered("again", SUBJECT.value(), VALID_UNTIL))
                .when(online(ADA, NEXT, END.plusSeconds(60), late))
                .when(launchNext(late))
                .thenAnswer(new ExamLaunched("next", END.plusSeconds(60).plus(Duration.ofMinutes(90))));
    }

    @Test
    @DisplayName("APT-3 who launched under an earlier version and was admitted sits")
    void a_launch_of_an_earlier_version_that_was_admitted_is_none() {
        adaIsOnline()
                .andHappened(launchedByAnEarlierVersion(START))
                .when(checkIn(START.plusSeconds(60)))
                .when(new RecordNoShow(APPOINTMENT, END.plusMillis(1)))
                .thenEvents();
    }

    @Test
    @DisplayName(
            "APT-3 PLT-1 RES-2 who launched and was never admitted did not sit: no attempt, and the fee is forfeited")
    void a_launch_alone_is_no_attempt() {
        Instant late = END.plusMillis(1);
        Scenario scenario = adaIsOnline().when(launch(CLOSES));
        scenario.when(new RecordNoShow(APPOINTMENT, late))
                .thenEvents(missedUntil(END, late), used(late), completed(late))
                .when(checkIn(END))
                .thenRefused("appointment.over");
    }

    @Test
    @DisplayName(
            "APT-5 RES-2 a launch alone holds the registration until the exam's end; then there is room, recorded or not")
    void a_launch_alone_makes_room_by_time() {
        RedeemCodeId second = RedeemCodeId.of(ORDER, 2);
        Scenario.given(adaIsRegistered(), Facts.issued(second, 2))
                .when(online(START, NOW))
                .when(launch(START))
                .when(bind(second, END))
                .thenRefused("candidacy.registration-open")
                .when(bind(second, END.plusMillis(1)))
                .thenAnswer(new Registered("again", SUBJECT.value(), VALID_UNTIL))
                .when(online(ADA, NEXT, END.plusSeconds(60), END.plusMillis(2)))
                .when(new RecordNoShow(APPOINTMENT, END.plusMillis(2)))
                .thenAnswer(new Done());
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
}
