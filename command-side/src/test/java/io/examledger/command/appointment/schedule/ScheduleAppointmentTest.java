package io.examledger.command.appointment.schedule;

import static io.examledger.command.testing.ExamDay.DIGEST;
import static io.examledger.command.testing.ExamDay.accepted;
import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.consents;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.REGISTRATION;
import static io.examledger.command.testing.ExamFacts.SESSION;
import static io.examledger.command.testing.ExamFacts.SITE;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.ExamFacts.bought;
import static io.examledger.command.testing.ExamFacts.named;
import static io.examledger.command.testing.ExamFacts.offered;
import static io.examledger.command.testing.ExamFacts.sessionOpened;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
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
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ConsentDocument;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScheduleAppointmentTest {
    private static final String A = APPOINTMENT.value();

    @Test
    @DisplayName("COD-5 APT-2 APT-6 candidacy, code, session and appointment change together")
    void an_appointment_is_made_at_a_test_center() {
        Scenario.given(adaIsRegistered())
                .when(atSite(NOW))
                .thenEvents(
                        made(START, NOW),
                        new RedeemCodeEvent.Scheduled(
                                CODE.value(),
                                ORDER.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                ADA.value(),
                                REGISTRATION,
                                A,
                                NOW),
                        new ExamSessionEvent.SeatTaken(SESSION.value(), A, NOW),
                        new AppointmentEvent.Scheduled(
                                A,
                                ADA.value(),
                                COMPANY.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                ORDER.value(),
                                CODE.value(),
                                DeliveryMode.TEST_CENTER,
                                SESSION.value(),
                                SITE.value(),
                                START,
                                END,
                                START.minus(Duration.ofMinutes(30)),
                                START.plus(Duration.ofMinutes(20)),
                                VALID_UNTIL,
                                accepted(NOW),
                                null,
                                null,
                                1,
                                NOW))
                .thenAnswer(new AppointmentScheduled(A, START, END, null));
    }

    @Test
    @DisplayName("APT-3 APT-8 online there is an authorization code, and the first opens the hour's seats")
    void an_appointment_is_made_online() {
        Instant start = START.plus(Duration.ofMinutes(17));
        String sealed = new PlainVault().seal(PlainVault.codeString(7), APPOINTMENT);
        Scenario.given(named(ADA, "Ada", "Lovelace"), bought("own"), offered())
                .when(online(start, NOW))
                .thenEvents(
                        new CandidacyEvent.AppointmentMade(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                "own",
                                ADA.value(),
                                A,
                                start,
                                start.plus(Duration.ofMinutes(20)),
                                1,
                                NOW),
                        new ExamSessionEvent.OnlineOpened("online-2026070109", START, 2, 1, NOW),
                        new ExamSessionEvent.SeatTaken("online-2026070109", A, NOW),
                        new AppointmentEvent.Scheduled(
                                A,
                                ADA.value(),
                                ADA.value(),
                                SUBJECT.value(),
                                "own",
                                "own-order",
                                null,
                                DeliveryMode.ONLINE_PROCTORED,
                                "online-2026070109",
                                null,
                                start,
                                start.plus(Duration.ofMinutes(90)),
                                start.minus(Duration.ofMinutes(10)),
                                start.plus(Duration.ofMinutes(20)),
                                VALID_UNTIL,
                                accepted(NOW),
                                DIGEST,
                                sealed,
                                1,
                                NOW))
                .thenAnswer(new AppointmentScheduled(
                        A,
                        start,
                        start.plus(Duration.ofMinutes(90)),
                        PlainVault.codeString(7).grouped()));
    }

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

    private static CandidacyEvent made(Instant start, Instant at) {
        return new CandidacyEvent.AppointmentMade(
                ADAS_CANDIDACY.toString(),
                ADA.value(),
                SUBJECT.value(),
                REGISTRATION,
                COMPANY.value(),
                A,
                start,
                start.plus(Duration.ofMinutes(20)),
                1,
                at);
    }
}
