package io.examledger.command.appointment.change;

import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.change.ChangeAppointmentHandler.AppointmentChanged;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.access.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangeAppointmentControllerTest {
    private static final String PATH = "/api/appointments/" + APPOINTMENT;

    private final RecordedCommands commands = new RecordedCommands();
    private final Endpoint endpoint =
            Endpoint.forAccount(new ChangeAppointmentController(commands, Endpoint.CLOCK), ADA, Role.EXAMINEE);

    @Test
    @DisplayName("APT-1 the answer names start and fee")
    void an_appointment_is_moved() {
        commands.answering(new AppointmentChanged(START, usd(25_00)));
        endpoint.post(PATH + "/reschedule", "{\"start\": \"2026-07-01T09:00:00Z\"}")
                .isAccepted(200, "{\"start\":\"2026-07-01T09:00:00Z\",\"fee\":{\"amount\":2500,\"currency\":\"USD\"}}");
        endpoint.post(PATH + "/reschedule", "{\"sessionId\": \"s\"}");

        assertThat(commands.sent())
                .containsExactly(
                        new RescheduleAppointment(APPOINTMENT, ADA, null, START, Endpoint.NOW),
                        new RescheduleAppointment(APPOINTMENT, ADA, "s", null, Endpoint.NOW));
    }

    @Test
    @DisplayName("APT-1 cancelling needs no body, and what is free names no fee")
    void an_appointment_is_cancelled() {
        commands.answering(new AppointmentChanged(START, null));
        endpoint.post(PATH + "/cancel").isAccepted(200, "{\"start\":\"2026-07-01T09:00:00Z\"}");

        assertThat(commands.sent()).containsExactly(new CancelAppointment(APPOINTMENT, ADA, Endpoint.NOW));
    }

    @Test
    @DisplayName("ACC-4 what cannot be an id is as unknown as an id that nobody has")
    void a_malformed_id_is_not_found() {
        endpoint.post("/api/appointments/a.b/cancel").isNotFound();
        endpoint.post("/api/appointments/a.b/reschedule", "{}").isNotFound();
    }
}
