package io.examledger.command.order.expire;

import static io.examledger.command.testing.EndFacts.registrationExpired;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamEvents.freed;
import static io.examledger.command.testing.ExamEvents.interrupted;
import static io.examledger.command.testing.ExamEvents.unscheduled;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.REGISTRATION;
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
import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.change.RescheduleAppointment;
import io.examledger.command.appointment.incident.RecordNoShow;
import io.examledger.command.appointment.incident.ReportInterruption;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.command.testing.IndividualOrder;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Commands that were sent before an order's end and are handled after it. */
class BelatedCommandsTest {
    private static final Instant START = VALID_UNTIL.minusSeconds(300);
    private static final Instant SOON_AFTER = VALID_UNTIL.plusSeconds(60);

    @Test
    @DisplayName(
            "COD-6 ORD-4 a cancellation sent before the order's end and handled after it ends code and registration")
    void a_belated_cancellation_ends_the_code() {
        Instant sent = START.minusSeconds(1);
        companysEndedOrder()
                .when(new CancelAppointment(APPOINTMENT, ADA, sent))
                .thenHappened(
                        freed(sent),
                        unscheduled(RedeemCodeStatus.EXPIRED, sent),
                        registrationExpired(ADAS_CANDIDACY, REGISTRATION, CODE, sent))
                .when(online(START, sent))
                .thenRefused("candidacy.no-open-registration")
                .when(new UnbindRedeemCode(CODE, COMPANY, null, sent))
                .thenRefused("order.expired");
    }

    @Test
    @DisplayName("APT-10 COD-6 ORD-4 so does a belated interruption, and a late one ends the registration once")
    void a_belated_interruption_ends_the_code() {
        Instant sent = VALID_UNTIL.minusNanos(1_000);
        companysEndedOrder()
                .when(new ReportInterruption(APPOINTMENT, false, sent))
                .thenEvents(
                        interrupted(false, sent),
                        freed(sent),
                        unscheduled(RedeemCodeStatus.EXPIRED, sent),
                        registrationExpired(ADAS_CANDIDACY, REGISTRATION, CODE, sent));
        companysEndedOrder()
                .when(new ReportInterruption(APPOINTMENT, false, SOON_AFTER))
                .thenEvents(
                        interrupted(false, SOON_AFTER),
                        freed(SOON_AFTER),
                        registrationExpired(ADAS_CANDIDACY, REGISTRATION, CODE, SOON_AFTER),
                        unscheduled(RedeemCodeStatus.EXPIRED, SOON_AFTER));
    }

    @Test
    @DisplayName("ORD-4 a belated interruption ends a registration that was bought directly")
    void a_belated_interruption_ends_a_bought_registration() {
        Instant sent = VALID_UNTIL.minusNanos(1_000);
        individualsAppointment()
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .when(new ReportInterruption(APPOINTMENT, false, sent))
                .thenHappened(registrationExpired(ADAS_CANDIDACY, IndividualOrder.REGISTRATION, null, sent));
    }

    @Test
    @DisplayName("APT-5 APT-10 what time ended is not given back once its examinee has registered again")
    void a_registration_that_was_followed_by_another_is_not_freed() {
        RedeemCodeId second = RedeemCodeId.of(ORDER, 2);
        Instant start = VALID_UNTIL.minusSeconds(86_400);
        Instant missed = start.plusSeconds(1201);
        Scenario.given(adaIsRegistered(), issued(second, 2))
                .when(online(start, NOW))
                .when(new BindRedeemCode(second, PlainVault.fresh(2, second).digest(), SUBJECT, ADA, "again", missed))
                .thenAnswer(new Registered("again", SUBJECT.value(), VALID_UNTIL))
                .when(new ReportInterruption(APPOINTMENT, false, start))
                .thenRefused("candidacy.registration-ended")
                .when(new RecordNoShow(APPOINTMENT, missed))
                .thenAnswer(new Done());
    }

    @Test
    @DisplayName("APT-1 APT-5 nor is it moved: a belated change does not take the registration that followed")
    void a_registration_that_was_followed_by_another_is_not_moved() {
        RedeemCodeId second = RedeemCodeId.of(ORDER, 2);
        Instant start = VALID_UNTIL.minusSeconds(86_400);
        Instant missed = start.plusSeconds(1201);
        Scenario.given(adaIsRegistered(), issued(second, 2))
                .when(online(start, NOW))
                .when(new BindRedeemCode(second, PlainVault.fresh(2, second).digest(), SUBJECT, ADA, "again", missed))
                .when(new RescheduleAppointment(APPOINTMENT, ADA, null, start.plusSeconds(3600), start.minusSeconds(1)))
                .thenRefused("candidacy.registration-ended")
                .when(new CancelAppointment(APPOINTMENT, ADA, start.minusSeconds(1)))
                .thenRefused("candidacy.registration-ended");
    }

    /** With a scheduled code, and its end has been at the codes. */
    private static Scenario companysEndedOrder() {
        return Scenario.given(
                        placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 1),
                        purchased(ORDER, 1),
                        codesIssued(ORDER, 1, 1, 1),
                        adaIsRegistered())
                .when(online(START, NOW))
                .when(new ExpireOrder(ORDER, VALID_UNTIL))
                .when(new ExpireRedeemCodes(ORDER, 1, 1, VALID_UNTIL));
    }

    private static Scenario individualsAppointment() {
        return Scenario.given(named(ADA, "Ada", "Lovelace"), offered(), IndividualOrder.bought())
                .when(online(START, NOW));
    }
}
