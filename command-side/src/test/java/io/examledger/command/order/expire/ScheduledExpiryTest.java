package io.examledger.command.order.expire;

import static io.examledger.command.testing.EndFacts.codesExpired;
import static io.examledger.command.testing.EndFacts.orderExpired;
import static io.examledger.command.testing.EndFacts.outlived;
import static io.examledger.command.testing.EndFacts.registrationExpired;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.launch;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamDay.result;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.ExamFacts.named;
import static io.examledger.command.testing.ExamFacts.offered;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.incident.RecordNoShow;
import io.examledger.command.appointment.incident.ReportInterruption;
import io.examledger.command.order.remind.RemindBuyer;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.testing.IndividualOrder;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An order's validity ends while an appointment, which began inside it, is still running. */
class ScheduledExpiryTest {
    private static final Instant START = VALID_UNTIL.minusSeconds(300);
    private static final Instant LATER = VALID_UNTIL.plusSeconds(86_400);
    private static final Instant SOON_AFTER = VALID_UNTIL.plusSeconds(60);

    @Test
    @DisplayName("COD-9 a scheduled code and its registration outlive their order")
    void a_scheduled_code_stays() {
        companysAppointment()
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenEvents(orderExpired(1, VALID_UNTIL))
                .when(new ExpireRedeemCodes(ORDER, 1, 1, VALID_UNTIL))
                .thenEvents(codesExpired(1, 1, 1, VALID_UNTIL), outlived(CODE, RedeemCodeStatus.SCHEDULED, VALID_UNTIL))
                .when(launch(SOON_AFTER))
                .when(checkIn(SOON_AFTER))
                .when(result(ExamOutcome.PASS, 800, SOON_AFTER))
                .thenAnswer(new Done());
    }

    @Test
    @DisplayName("ORD-4 RES-3 the registration that an individual order bought outlives it while it has an appointment")
    void a_scheduled_registration_stays() {
        individualsAppointment()
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .thenEvents(individualOrderExpired(VALID_UNTIL), outlivedOrder(VALID_UNTIL))
                .when(new RecordNoShow(APPOINTMENT, VALID_UNTIL.plusSeconds(3600)))
                .thenAnswer(new Done())
                .when(new ExpireOrder(ORDER, VALID_UNTIL.plusSeconds(7200)))
                .thenEvents();
    }

    @Test
    @DisplayName("APT-10 ORD-4 an individual's registration that is freed past its order's validity ends at once, once")
    void a_registration_that_is_freed_late_ends() {
        individualsAppointment()
                .when(new ReportInterruption(APPOINTMENT, false, SOON_AFTER))
                .thenEvents(
                        new ExamDayEvent.Interrupted(
                                APPOINTMENT.value(),
                                ADA.value(),
                                ADA.value(),
                                SUBJECT.value(),
                                IndividualOrder.REGISTRATION,
                                false,
                                SOON_AFTER),
                        new SittingEvent.AppointmentWithdrawn(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                IndividualOrder.REGISTRATION,
                                ADA.value(),
                                APPOINTMENT.value(),
                                SOON_AFTER),
                        registrationExpired(ADAS_CANDIDACY, IndividualOrder.REGISTRATION, null, SOON_AFTER))
                .when(new ExpireOrder(ORDER, SOON_AFTER))
                .thenEvents(individualOrderExpired(SOON_AFTER));
    }

    @Test
    @DisplayName("APT-5 while the appointment runs the registration is open; once it has ended there can be another")
    void a_scheduled_registration_is_open() {
        individualsAppointment()
                .when(bindAnother(SOON_AFTER))
                .thenRefused("candidacy.registration-open")
                .when(new ReportInterruption(APPOINTMENT, false, SOON_AFTER))
                .when(bindAnother(SOON_AFTER))
                .thenAnswer(new Registered("new", SUBJECT.value(), LATER));
    }

    @Test
    @DisplayName("ORD-5 who has an appointment is not reminded")
    void who_has_an_appointment_is_not_reminded() {
        Instant at90 = Instant.parse("2026-10-12T09:30:00Z");
        individualsAppointment()
                .when(new RemindBuyer(ORDER, 90, 0, at90))
                .thenEvents(new OrderEndEvent.RemindersSkipped(
                        ORDER.value(), ADA.value(), List.of(90), VALID_UNTIL, at90, 1));
    }

    private static BindRedeemCode bindAnother(Instant at) {
        return new BindRedeemCode(CODE, PlainVault.fresh(1, CODE).digest(), SUBJECT, ADA, "new", at);
    }

    private static Scenario companysAppointment() {
        return Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 1),
                        purchased(ORDER, 1),
                        codesIssued(ORDER, 1, 1, 1),
                        adaIsRegistered())
                .when(online(START, NOW));
    }

    private static Scenario individualsAppointment() {
        return Scenario.given(named(ADA, "Ada", "Lovelace"), offered(), IndividualOrder.bought(), ofLaterOrder())
                .when(online(START, NOW));
    }

    private static OrderEvent individualOrderExpired(Instant at) {
        return new OrderEndEvent.Expired(
                ORDER.value(), ADA.value(), OrderKind.INDIVIDUAL, SUBJECT.value(), 1, VALID_UNTIL, at);
    }

    private static CandidacyEvent outlivedOrder(Instant at) {
        return new CandidacyEvent.RegistrationOutlivedOrder(
                ADAS_CANDIDACY.toString(),
                ADA.value(),
                SUBJECT.value(),
                IndividualOrder.REGISTRATION,
                ADA.value(),
                ORDER.value(),
                at);
    }

    private static RedeemCodeEvent ofLaterOrder() {
        RedeemCodeEvent.Issued code = issued(CODE, 1);
        return new RedeemCodeEvent.Issued(
                code.redeemCodeId(),
                "later-order",
                code.owner(),
                code.subject(),
                code.digest(),
                code.sealed(),
                LATER,
                code.issuedAt());
    }
}
