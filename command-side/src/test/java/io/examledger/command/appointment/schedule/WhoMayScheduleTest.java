package io.examledger.command.appointment.schedule;

import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.consents;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.SESSION;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.ExamFacts.bought;
import static io.examledger.command.testing.ExamFacts.named;
import static io.examledger.command.testing.ExamFacts.offered;
import static io.examledger.command.testing.ExamFacts.sessionOpened;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.introduced;
import static io.examledger.command.testing.Facts.registered;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.ConsentPolicy.Accepted;
import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler.AppointmentScheduled;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ConsentDocument;
import io.examledger.kernel.examsession.ExamSessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhoMayScheduleTest {
    private static final String A = APPOINTMENT.value();

    @Test
    @DisplayName("APT-5 an appointment needs an open registration")
    void without_a_registration_nothing_is_scheduled() {
        Scenario.given(named(ADA, "Ada", "Lovelace"), offered(), sessionOpened(2))
                .when(atSite(NOW))
                .thenRefused("candidacy.no-open-registration");
    }

    @Test
    @DisplayName("APT-5 one live appointment per registration")
    void a_second_appointment_is_refused() {
        adaHasASeat()
                .when(online(ADA, new AppointmentId("other"), START, NOW))
                .thenRefused("candidacy.appointment-exists");
    }

    @Test
    @DisplayName("ACC-2 only a verified person can schedule")
    void an_unverified_person_cannot_schedule() {
        Scenario.given(registered(ADA, AccountKind.ROOT), bought("own"), offered(), sessionOpened(2))
                .when(atSite(NOW))
                .thenRefused("account.individual-verification-required");
    }

    @Test
    @DisplayName("APT-6 privacy disclosure and exam rules are accepted in the version in force")
    void consents_are_required() {
        Scenario scenario = Scenario.given(adaIsRegistered());
        for (List<Accepted> given : List.of(
                List.<Accepted>of(),
                consents().subList(0, 1),
                List.of(
                        new Accepted(ConsentDocument.EXAM_RULES, "2026-11"),
                        new Accepted(ConsentDocument.PRIVACY_DISCLOSURE, "2020-01")))) {
            scenario.when(new ScheduleAppointment(
                            APPOINTMENT, ADA, SUBJECT, new Place.AtSite(SESSION), given, null, NOW))
                    .thenRefused("appointment.consent-missing");
            assertThat(scenario.refusal().detail()).contains("PRIVACY_DISCLOSURE 2026-11", "EXAM_RULES 2026-11");
        }
    }

    @Test
    @DisplayName("APT-5 the start lies in the future")
    void a_start_now_is_refused() {
        Scenario.given(adaIsRegistered())
                .when(online(NOW, NOW))
                .thenRefused("appointment.start-not-possible")
                .when(online(NOW.plusMillis(1), NOW))
                .thenAnswer(scheduled(NOW.plusMillis(1)));
    }

    @Test
    @DisplayName("APT-5 ORD-3 the start lies inside the order's validity")
    void a_start_at_the_end_of_the_validity_is_refused() {
        Scenario.given(adaIsRegistered())
                .when(online(VALID_UNTIL, NOW))
                .thenRefused("appointment.start-not-possible")
                .when(online(VALID_UNTIL.minusMillis(1), NOW))
                .thenAnswer(scheduled(VALID_UNTIL.minusMillis(1)));
    }

    @Test
    @DisplayName("ORD-4 after expiry nothing is scheduled, though nothing has marked the order as expired")
    void nothing_is_scheduled_on_an_expired_order() {
        Scenario.given(adaIsRegistered())
                .when(online(VALID_UNTIL.plusSeconds(60), VALID_UNTIL))
                .thenRefused("order.expired");
    }

    @Test
    @DisplayName("CAT-2 a subject is sat as it is offered")
    void a_mode_that_is_not_offered_is_refused() {
        Scenario.given(named(ADA, "Ada", "Lovelace"), bought("own"), introduced(SUBJECT, usd(1)), sessionOpened(2))
                .when(atSite(NOW))
                .thenRefused("subject.delivery-mode-not-offered");
    }

    @Test
    @DisplayName("COD-3 with an appointment made, a code is not unbound")
    void a_scheduled_code_is_not_unbound() {
        adaHasASeat().when(new UnbindRedeemCode(CODE, COMPANY, null, NOW)).thenRefused("redeem-code.not-bound");
    }

    private static AppointmentScheduled scheduled(Instant start) {
        return new AppointmentScheduled(
                A,
                start,
                start.plus(Duration.ofMinutes(90)),
                PlainVault.codeString(7).grouped());
    }

    @Test
    void an_id_of_something_else_is_no_session() {
        Scenario.given(adaIsRegistered())
                .when(new ScheduleAppointment(
                        APPOINTMENT,
                        ADA,
                        SUBJECT,
                        new Place.AtSite(new ExamSessionId(ADA.value())),
                        consents(),
                        null,
                        NOW))
                .thenRefused("exam-session.unknown");
        assertThat(new ScheduleAppointment(
                                APPOINTMENT,
                                ADA,
                                SUBJECT,
                                new Place.AtSite(new ExamSessionId(ADA.value())),
                                consents(),
                                null,
                                NOW)
                        .aggregateIds())
                .containsExactlyInAnyOrder("ada", "PR000002", "ada:PR000002");
    }
}
