package io.examledger.command.appointment.schedule;

import static io.examledger.command.testing.ExamDay.atSite;
import static io.examledger.command.testing.ExamDay.consents;
import static io.examledger.command.testing.ExamDay.online;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.SITE;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.ExamFacts.adaIsRegistered;
import static io.examledger.command.testing.ExamFacts.named;
import static io.examledger.command.testing.ExamFacts.registered;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.GRACE;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.OTHER_SUBJECT;
import static io.examledger.command.testing.Facts.SUBJECT;

import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler.AppointmentScheduled;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.examsession.ExamSessionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private static final AccountId MARY = new AccountId("mary");
    private static final AppointmentId SECOND = new AppointmentId("second");
    private static final AppointmentId THIRD = new AppointmentId("third");

    /** The session, and an hour online, have two seats. */
    private static Scenario threePeople() {
        return Scenario.given(
                adaIsRegistered(),
                named(GRACE, "Grace", "Hopper"),
                registered(GRACE, 2, "graces"),
                named(MARY, "Mary", "Somerville"),
                registered(MARY, 3, "marys"));
    }

    @Test
    @DisplayName("APT-8 when the seats are taken, nobody else gets one until one is given back")
    void a_session_has_as_many_seats_as_it_has() {
        threePeople()
                .when(atSite(ADA, APPOINTMENT, NOW))
                .when(atSite(GRACE, SECOND, NOW))
                .when(atSite(MARY, THIRD, NOW))
                .thenRefused("exam-session.full")
                .when(new CancelAppointment(SECOND, GRACE, NOW))
                .when(atSite(MARY, THIRD, NOW))
                .thenAnswer(new AppointmentScheduled("third", START, END, null));
    }

    @Test
    @DisplayName("APT-8 online an hour has as many seats as proctors can receive; the next hour has its own")
    void an_hour_online_has_as_many_seats_as_it_has() {
        threePeople()
                .when(online(ADA, APPOINTMENT, START, NOW))
                .when(online(GRACE, SECOND, START.plus(Duration.ofMinutes(59)), NOW))
                .when(online(MARY, THIRD, START.plus(Duration.ofMinutes(30)), NOW))
                .thenRefused("exam-session.full")
                .when(online(MARY, THIRD, START.plus(Duration.ofHours(1)), NOW))
                .thenAnswer(new AppointmentScheduled(
                        "third",
                        START.plus(Duration.ofHours(1)),
                        END.plus(Duration.ofHours(1)),
                        PlainVault.codeString(7).grouped()));
    }

    @Test
    void an_unknown_session_is_refused() {
        ExamSessionId unknown = ExamSessionId.of(SITE, START.plusSeconds(1));
        Scenario.given(adaIsRegistered()).when(atSession(unknown)).thenRefused("exam-session.unknown");
    }

    @Test
    @DisplayName("APT-8 a session of the online pool is none of a site")
    void an_online_session_is_no_session_of_a_site() {
        threePeople()
                .when(online(GRACE, SECOND, START, NOW))
                .when(atSession(ExamSessionId.online(START)))
                .thenRefused("exam-session.unknown");
    }

    @Test
    void a_session_may_be_for_some_subjects_only() {
        ExamSessionId other = ExamSessionId.of(SITE, END);
        Scenario.given(
                        adaIsRegistered(),
                        new ExamSessionEvent.Opened(
                                other.value(), SITE.value(), END, List.of(OTHER_SUBJECT.value()), 5, NOW))
                .when(atSession(other))
                .thenRefused("exam-session.subject-not-offered");
    }

    @Test
    @DisplayName("APT-8 whoever cannot be scheduled takes no seat")
    void a_refused_appointment_takes_no_seat() {
        threePeople()
                .when(atSite(ADA, APPOINTMENT, NOW))
                .when(atSite(ADA, SECOND, NOW))
                .thenRefused("candidacy.appointment-exists")
                .when(atSite(GRACE, SECOND, NOW))
                .thenAnswer(new AppointmentScheduled("second", START, END, null));
    }

    private static ScheduleAppointment atSession(ExamSessionId session) {
        return new ScheduleAppointment(APPOINTMENT, ADA, SUBJECT, new Place.AtSite(session), consents(), null, NOW);
    }
}
