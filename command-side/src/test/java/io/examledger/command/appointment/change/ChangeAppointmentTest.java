package io.examledger.command.appointment.change;

import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.adaIsOnline;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamEvents.freed;
import static io.examledger.command.testing.ExamEvents.moved;
import static io.examledger.command.testing.ExamEvents.told;
import static io.examledger.command.testing.ExamEvents.unscheduled;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.REGISTRATION;
import static io.examledger.command.testing.ExamFacts.SESSION;
import static io.examledger.command.testing.ExamFacts.SITE;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.sessionOpened;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.GRACE;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.SUBJECT;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.change.ChangeAppointmentHandler.AppointmentChanged;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.command.testing.ExamFacts;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangeAppointmentTest {
    private static final Instant WEEK_LATER = START.plus(Duration.ofDays(7));

    @Test
    @DisplayName("APT-1 APT-7 APT-8 the seat is given back, and another one taken, in the same transaction")
    void an_appointment_is_moved() {
        String later = ExamSessionId.of(SITE, WEEK_LATER).value();
        Scenario.given(ExamFacts.adaIsRegistered(), sessionOpened(WEEK_LATER, 1))
                .when(atSite(NOW))
                .when(toSession(later, NOW))
                .thenEvents(
                        new AppointmentEvent.Rescheduled(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                START,
                                later,
                                SITE.value(),
                                WEEK_LATER,
                                WEEK_LATER.plus(Duration.ofMinutes(90)),
                                WEEK_LATER.minus(Duration.ofMinutes(30)),
                                WEEK_LATER.plus(Duration.ofMinutes(20)),
                                null,
                                1,
                                NOW),
                        told(AppointmentNotice.RESCHEDULED, WEEK_LATER, START, NOW),
                        moved(WEEK_LATER, NOW),
                        new ExamSessionEvent.SeatGivenBack(SESSION.value(), "appointment", NOW),
                        new ExamSessionEvent.SeatTaken(later, "appointment", NOW))
                .thenAnswer(new AppointmentChanged(WEEK_LATER, null));
    }

    @Test
    @DisplayName("APT-1 APT-7 COD-6 a cancelled appointment gives seat and registration back")
    void an_appointment_is_cancelled() {
        adaHasASeat()
                .when(cancel(NOW))
                .thenEvents(
                        new AppointmentEvent.Cancelled(
                                "appointment",
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                START,
                                null,
                                1,
                                NOW),
                        told(AppointmentNotice.CANCELLED, START, null, NOW),
                        freed(NOW),
                        unscheduled(RedeemCodeStatus.BOUND, NOW),
                        new ExamSessionEvent.SeatGivenBack(SESSION.value(), "appointment", NOW))
                .thenAnswer(new AppointmentChanged(START, null));
    }

    @Test
    @DisplayName(
            "COD-3 COD-6 after a cancellation the code is bound and can be unbound, and the registration be scheduled")
    void a_cancelled_appointment_leaves_a_bound_code() {
        adaHasASeat()
                .when(cancel(NOW))
                .when(online(ADA, new AppointmentId("next"), START, NOW))
                .when(new CancelAppointment(new AppointmentId("next"), ADA, NOW))
                .when(new UnbindRedeemCode(CODE, COMPANY, null, NOW))
                .thenAnswer(new Done());
    }

    @Test
    @DisplayName("APT-8 moving within a full hour keeps the seat")
    void a_seat_makes_room_for_its_own_move() {
        adaIsOnline()
                .when(toStart(START.plusSeconds(60), NOW))
                .thenAnswer(new AppointmentChanged(START.plusSeconds(60), null))
                .when(toStart(START.plusSeconds(60), NOW))
                .thenRefused("appointment.unchanged");
    }

    @Test
    @DisplayName("APT-1 an appointment stays in its delivery mode")
    void a_mode_is_not_changed() {
        adaHasASeat().when(toStart(WEEK_LATER, NOW)).thenRefused("request.invalid-field");
        adaIsOnline().when(toSession(SESSION.value(), NOW)).thenRefused("request.invalid-field");
    }

    @Test
    @DisplayName("ACC-4 somebody else's appointment is unknown")
    void a_foreign_appointment_is_not_found() {
        adaHasASeat()
                .when(new CancelAppointment(APPOINTMENT, GRACE, NOW))
                .thenNotFound()
                .when(new RescheduleAppointment(APPOINTMENT, GRACE, null, null, NOW))
                .thenNotFound()
                .when(new CancelAppointment(new AppointmentId("nobodys"), ADA, NOW))
                .thenNotFound();
    }

    @Test
    @DisplayName("APT-1 what has been cancelled, or begun, is not cancelled")
    void an_appointment_is_cancelled_once() {
        adaHasASeat().when(cancel(NOW)).when(cancel(NOW)).thenRefused("appointment.over");
        adaHasASeat()
                .when(checkIn(START.minusSeconds(60)))
                .when(cancel(START.minusSeconds(30)))
                .thenRefused("appointment.begun");
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
