package io.examledger.command.appointment.change;

import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.adaIsOnline;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.SITE;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.sessionOpened;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.change.ChangeAppointmentHandler.AppointmentChanged;
import io.examledger.command.testing.ExamFacts;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangeLimitsTest {
    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final Instant FREE_AT_SITE = START.minus(Duration.ofDays(3));
    private static final Instant FREE_ONLINE = START.minus(Duration.ofDays(1));
    private static final Instant WEEK_LATER = START.plus(Duration.ofDays(7));
    private static final Money LATE_FEE = usd(25_00);

    @Test
    @DisplayName("APT-1 APT-4 at a test center 72 h 0 s before the start is in time, a millisecond later is not")
    void at_a_test_center_the_limit_is_72_hours() {
        adaHasASeat().when(cancel(FREE_AT_SITE)).thenAnswer(new AppointmentChanged(START, null));
        Scenario late = adaHasASeat().when(cancel(FREE_AT_SITE.plus(INSTANT)));
        late.thenRefused("appointment.too-late-to-change");
        assertThat(late.refusal().detail()).contains(FREE_AT_SITE.toString(), "APT-1");
    }

    @Test
    @DisplayName("APT-1 APT-4 the limit of 72 h holds for rescheduling, too")
    void rescheduling_has_the_same_limit() {
        String later = ExamSessionId.of(SITE, WEEK_LATER).value();
        Scenario.given(ExamFacts.adaIsRegistered(), sessionOpened(WEEK_LATER, 1))
                .when(atSite(NOW))
                .when(toSession(later, FREE_AT_SITE.plus(INSTANT)))
                .thenRefused("appointment.too-late-to-change")
                .when(toSession(later, FREE_AT_SITE))
                .thenAnswer(new AppointmentChanged(WEEK_LATER, null));
    }

    @Test
    @DisplayName("APT-1 APT-4 online 24 h 0 s before the start is free, a millisecond later costs a fee")
    void online_a_late_change_has_a_fee() {
        adaIsOnline().when(toStart(WEEK_LATER, FREE_ONLINE)).thenAnswer(new AppointmentChanged(WEEK_LATER, null));
        adaIsOnline()
                .when(toStart(WEEK_LATER, FREE_ONLINE.plus(INSTANT)))
                .thenAnswer(new AppointmentChanged(WEEK_LATER, LATE_FEE));
        adaIsOnline().when(cancel(FREE_ONLINE)).thenAnswer(new AppointmentChanged(START, null));
        adaIsOnline().when(cancel(START.minus(INSTANT))).thenAnswer(new AppointmentChanged(START, LATE_FEE));
    }

    @Test
    @DisplayName("APT-1 from the start on nothing is changed")
    void from_the_start_on_nothing_is_changed() {
        adaIsOnline().when(cancel(START)).thenRefused("appointment.too-late-to-change");
        adaIsOnline().when(toStart(WEEK_LATER, START)).thenRefused("appointment.too-late-to-change");
    }

    @Test
    @DisplayName("APT-2 a no-show cannot be moved, though nobody has recorded it")
    void a_missed_appointment_is_not_moved() {
        Scenario missed = adaIsOnline()
                .when(toStart(WEEK_LATER, START.plus(Duration.ofMinutes(20)).plus(INSTANT)));
        missed.thenRefused("appointment.missed");
        assertThat(missed.refusal().detail())
                .contains(START.plus(Duration.ofMinutes(20)).toString());
    }

    @Test
    @DisplayName("APT-1 APT-5 rescheduling never leads out of the order's validity, nor into the past")
    void the_new_start_lies_in_the_validity() {
        adaIsOnline()
                .when(toStart(VALID_UNTIL, NOW))
                .thenRefused("appointment.start-not-possible")
                .when(toStart(NOW, NOW))
                .thenRefused("appointment.start-not-possible")
                .when(toStart(VALID_UNTIL.minus(INSTANT), NOW))
                .thenAnswer(new AppointmentChanged(VALID_UNTIL.minus(INSTANT), null));
    }

    private static CancelAppointment cancel(Instant at) {
        return new CancelAppointment(APPOINTMENT, ADA, at);
    }

    private static RescheduleAppointment toSession(String session, Instant at) {
        return new RescheduleAppointment(APPOINTMENT, ADA, session, null, at);
    }

    private static RescheduleAppointment toStart(Instant start, Instant at) {
        return new RescheduleAppointment(APPOINTMENT, ADA, null, start, at);
    }
}
