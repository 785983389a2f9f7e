package io.examledger.command.appointment.launch;

import static io.examledger.command.testing.ExamDay.DIGEST;
import static io.examledger.command.testing.ExamDay.adaHasASeat;
import static io.examledger.command.testing.ExamDay.adaIsOnline;
import static io.examledger.command.testing.ExamDay.checkIn;
import static io.examledger.command.testing.ExamDay.launch;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.REGISTRATION;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.ADAS_CANDIDACY;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.GRACE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.launch.LaunchExamHandler.ExamLaunched;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LaunchExamTest {
    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final Instant OPENS = START.minus(Duration.ofMinutes(10));
    private static final Instant CLOSES = START.plus(Duration.ofMinutes(20));
    private static final ExamLaunched LAUNCHED = new ExamLaunched("appointment", END);

    @Test
    @DisplayName(
            "APT-2 APT-3 the authorization code begins the session, and who sits there is to be seen until the exam's end")
    void a_session_is_launched() {
        adaIsOnline()
                .when(launch(START))
                .thenEvents(
                        new ExamDayEvent.Launched(
                                "appointment", ADA.value(), COMPANY.value(), SUBJECT.value(), REGISTRATION, START),
                        new SittingEvent.SessionLaunched(
                                ADAS_CANDIDACY.toString(),
                                ADA.value(),
                                SUBJECT.value(),
                                REGISTRATION,
                                COMPANY.value(),
                                "appointment",
                                END,
                                START))
                .thenAnswer(LAUNCHED);
    }

    @Test
    @DisplayName("PLT-1 RES-2 online the exam begins with the launch and the check-in, whichever comes last")
    void an_online_exam_begins_when_both_are_there() {
        adaIsOnline().when(checkIn(OPENS)).when(launch(START)).thenHappened(begun(START));
        Scenario launched = adaIsOnline().when(launch(START));
        launched.when(checkIn(START.plusSeconds(60))).thenHappened(begun(START.plusSeconds(60)));
    }

    private static SittingEvent begun(Instant at) {
        return new SittingEvent.ExamBegun(
                ADAS_CANDIDACY.toString(),
                ADA.value(),
                SUBJECT.value(),
                REGISTRATION,
                COMPANY.value(),
                "appointment",
                START,
                at);
    }

    @Test
    @DisplayName("APT-2 APT-4 a launch is possible from exactly 10 min before the start")
    void the_window_opens_10_minutes_before() {
        Scenario early = adaIsOnline().when(launch(OPENS.minus(INSTANT)));
        early.thenRefused("appointment.too-early");
        assertThat(early.refusal().detail()).contains(OPENS.toString(), CLOSES.toString());
        early.when(launch(OPENS)).thenAnswer(LAUNCHED);
    }

    @Test
    @DisplayName("APT-2 APT-4 a launch is possible until exactly 20 min after the start; then the fee is forfeited")
    void the_window_closes_20_minutes_after() {
        adaIsOnline()
                .when(launch(CLOSES.plus(INSTANT)))
                .thenRefused("appointment.missed")
                .when(launch(CLOSES))
                .thenAnswer(LAUNCHED);
    }

    @Test
    @DisplayName("APT-2 documents may be looked at before or after the launch")
    void the_order_of_check_in_and_launch_does_not_matter() {
        adaIsOnline().when(checkIn(OPENS)).when(launch(START)).thenAnswer(LAUNCHED);
    }

    @Test
    @DisplayName("APT-3 a wrong authorization code begins nothing, and tells nothing of the time")
    void a_wrong_code_is_refused() {
        adaIsOnline()
                .when(new LaunchExam(APPOINTMENT, ADA, "another", START))
                .thenRefused("appointment.wrong-authorization-code")
                .when(new LaunchExam(APPOINTMENT, ADA, "another", OPENS.minus(INSTANT)))
                .thenRefused("appointment.wrong-authorization-code");
    }

    @Test
    @DisplayName("APT-3 at a test center there is nothing to launch")
    void a_test_center_has_no_launch() {
        adaHasASeat().when(launch(START)).thenRefused("appointment.wrong-authorization-code");
        adaHasASeat()
                .when(new LaunchExam(APPOINTMENT, ADA, "", START))
                .thenRefused("appointment.wrong-authorization-code");
    }

    @Test
    void a_session_is_launched_once() {
        adaIsOnline().when(launch(START)).when(launch(START)).thenRefused("appointment.launched");
    }

    @Test
    @DisplayName("ACC-4 somebody else's appointment is unknown")
    void a_foreign_appointment_is_not_found() {
        adaIsOnline().when(new LaunchExam(APPOINTMENT, GRACE, DIGEST, START)).thenNotFound();
    }

    @Test
    @DisplayName("COD-10 the code is read as people type it, and a typing error is told from a wrong code")
    void the_endpoint_reads_the_code() {
        RecordedCommands commands = new RecordedCommands().answering(LAUNCHED);
        Endpoint endpoint = Endpoint.forAccount(
                new LaunchExamController(commands, new PlainVault(), Endpoint.CLOCK), ADA, Role.EXAMINEE);
        String typed = PlainVault.codeString(7).grouped().toLowerCase(java.util.Locale.ROOT);
        String path = "/api/appointments/" + APPOINTMENT + "/launch";

        endpoint.post(path, "{\"authorizationCode\": \"" + typed + "\"}")
                .isAccepted(200, "{\"appointmentId\":\"appointment\",\"end\":\"2026-07-01T10:30:00Z\"}");
        endpoint.post(path, "{\"authorizationCode\": \"1" + typed + "\"}").isBad("authorizationCode");
        endpoint.post(path, "{}").isBad("authorizationCode");
        endpoint.post("/api/appointments/a.b/launch", "{\"authorizationCode\": \"" + typed + "\"}")
                .isNotFound();

        assertThat(commands.sent()).containsExactly(new LaunchExam(APPOINTMENT, ADA, DIGEST, Endpoint.NOW));
    }
}
