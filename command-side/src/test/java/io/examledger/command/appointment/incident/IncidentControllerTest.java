package io.examledger.command.appointment.incident;

import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IncidentControllerTest {
    private static final String PATH = "/api/appointments/" + APPOINTMENT;

    private final RecordedCommands commands = new RecordedCommands();
    private final Endpoint endpoint = Endpoint.forStaff(new IncidentController(commands, Endpoint.CLOCK));

    @Test
    @DisplayName("APT-9 kind and note are sent; AUD-5 the command does not show the note")
    void a_violation_is_sent() {
        endpoint.post(PATH + "/violation", "{\"kind\": \"phone\", \"note\": \"Ada had one\"}")
                .isAccepted(204, "");
        endpoint.post(PATH + "/violation", "{\"kind\": \"phone\"}").isAccepted(204, "");

        assertThat(commands.sent())
                .containsExactly(
                        new ReportViolation(APPOINTMENT, "phone", "Ada had one", Endpoint.NOW),
                        new ReportViolation(APPOINTMENT, "phone", null, Endpoint.NOW));
        assertThat(commands.sent().toString()).doesNotContain("Ada");
    }

    @Test
    @DisplayName("APT-10 whether content was exposed is said")
    void an_interruption_is_sent() {
        endpoint.post(PATH + "/interruption", "{\"contentExposed\": false}").isAccepted(204, "");
        endpoint.post(PATH + "/interruption", "{}").isBad("contentExposed");

        assertThat(commands.sent()).containsExactly(new ReportInterruption(APPOINTMENT, false, Endpoint.NOW));
    }

    @Test
    void a_violation_has_a_kind() {
        endpoint.post(PATH + "/violation", "{\"note\": \"x\"}").isBad("kind");
        endpoint.post("/api/appointments/a.b/violation", "{\"kind\": \"phone\"}")
                .isNotFound();
    }
}
