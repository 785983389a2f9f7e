package io.examledger.command.appointment.schedule;

import static io.examledger.command.testing.ExamDay.authorization;
import static io.examledger.command.testing.ExamFacts.SESSION;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.ConsentPolicy.Accepted;
import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler.AppointmentScheduled;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.Endpoint.Answer;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ConsentDocument;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleAppointmentControllerTest {
    private static final AppointmentId NEW = new AppointmentId("new");
    private static final List<Accepted> RULES = List.of(new Accepted(ConsentDocument.EXAM_RULES, "2026-11"));
    private static final String CONSENTS = "\"consents\": [{\"document\": \"EXAM_RULES\", \"version\": \"2026-11\"}]";

    private final RecordedCommands commands =
            new RecordedCommands().answering(new AppointmentScheduled("new", START, START, null));
    // The seventh string, as ExamDay has it.
    private final Endpoint endpoint = Endpoint.forAccount(
            new ScheduleAppointmentController(commands, new PlainVault(6), () -> "new", Endpoint.CLOCK),
            ADA,
            Role.EXAMINEE);

    @Test
    @DisplayName("COD-5 at a test center a session is named; what is not there is left out of the answer")
    void a_session_is_sent() {
        schedule("\"deliveryMode\": \"TEST_CENTER\", \"sessionId\": \"" + SESSION + "\"")
                .isAccepted(
                        201,
                        "{\"appointmentId\":\"new\",\"start\":\"2026-07-01T09:00:00Z\",\"end\":\"2026-07-01T09:00:00Z\"}");

        assertThat(commands.sent())
                .containsExactly(new ScheduleAppointment(
                        NEW, ADA, SUBJECT, new Place.AtSite(SESSION), RULES, null, Endpoint.NOW));
    }

    @Test
    @DisplayName("APT-3 online a start is named, and a fresh authorization code goes along")
    void a_start_is_sent() {
        schedule("\"deliveryMode\": \"ONLINE_PROCTORED\", \"start\": \"2026-07-01T09:00:00Z\"");

        assertThat(commands.sent())
                .containsExactly(new ScheduleAppointment(
                        NEW, ADA, SUBJECT, new Place.Online(START), RULES, authorization(NEW), Endpoint.NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"deliveryMode\": \"TEST_CENTER\" | sessionId",
                "\"deliveryMode\": \"TEST_CENTER\", \"sessionId\": \"a.b\" | sessionId",
                "\"deliveryMode\": \"TEST_CENTER\", \"sessionId\": \"s\", \"start\": \"2026-07-01T09:00:00Z\" | start",
                "\"deliveryMode\": \"ONLINE_PROCTORED\" | start",
                "\"deliveryMode\": \"ONLINE_PROCTORED\", \"start\": \"+12026-07-01T09:00:00Z\" | start",
                "\"deliveryMode\": \"ONLINE_PROCTORED\", \"start\": \"2026-07-01T09:00:00Z\", \"sessionId\": \"s\" | sessionId",
                "\"sessionId\": \"s\" | deliveryMode"
            })
    void a_place_is_what_the_mode_needs(String place, String bad) {
        schedule(place).isBad(bad);
        assertThat(commands.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | consents",
                "{\"consents\": [null]} | consents[0]",
                "{\"consents\": [{\"version\": \"1\"}]} | consents[0].document",
                "{\"consents\": [{\"document\": \"EXAM_RULES\"}]} | consents[0].version",
                "{\"consents\": [null,null,null,null,null,null,null,null,null,null,null]} | consents"
            })
    @DisplayName("APT-6 a consent names a document and its version")
    void a_consent_is_complete(String consents, String bad) {
        String body = "{\"subject\": \"PR000002\", \"deliveryMode\": \"TEST_CENTER\", \"sessionId\": \"s\""
                + (consents.length() > 2 ? ", " : "") + consents.substring(1);
        endpoint.post("/api/appointments", body).isBad(bad);
    }

    private Answer schedule(String place) {
        return endpoint.post("/api/appointments", "{\"subject\": \"PR000002\", " + place + ", " + CONSENTS + "}");
    }
}
