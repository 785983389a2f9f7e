package io.examledger.command.appointment.schedule;

import static io.examledger.command.testing.ExamDay.DIGEST;
import static io.examledger.command.testing.ExamDay.accepted;
import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamEvents.made;
import static io.examledger.command.testing.ExamEvents.told;
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
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;

import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler.AppointmentScheduled;
import io.examledger.command.testing.ExamEvents;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScheduleAppointmentTest {
    private static final String A = APPOINTMENT.value();

    @Test
    @DisplayName("COD-5 APT-2 APT-6 APT-7 candidacy, code, session and appointment change together")
    void an_appointment_is_made_at_a_test_center() {
        Scenario.given(adaIsRegistered())
                .when(atSite(NOW))
                .thenEvents(
                        made(START, NOW),
                        ExamEvents.scheduled(NOW),
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
                                NOW),
                        told(AppointmentNotice.SCHEDULED, START, null, NOW))
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
                        new SittingEvent.AppointmentMade(
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
                                NOW),
                        new AppointmentNoticeEvent.Due(
                                A,
                                ADA.value(),
                                ADA.value(),
                                SUBJECT.value(),
                                "own",
                                AppointmentNotice.SCHEDULED,
                                DeliveryMode.ONLINE_PROCTORED,
                                null,
                                start,
                                null,
                                start.minus(Duration.ofMinutes(10)),
                                start.plus(Duration.ofMinutes(20)),
                                NOW))
                .thenAnswer(new AppointmentScheduled(
                        A,
                        start,
                        start.plus(Duration.ofMinutes(90)),
                        PlainVault.codeString(7).grouped()));
    }
}
