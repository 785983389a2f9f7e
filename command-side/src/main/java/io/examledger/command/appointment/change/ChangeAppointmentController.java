package io.examledger.command.appointment.change;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.appointment.change.ChangeAppointmentHandler.AppointmentChanged;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.appointment.AppointmentId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/appointments/{id}/reschedule} and {@code /cancel}. */
@RestController
class ChangeAppointmentController {
    private final Commands commands;
    private final Clock clock;

    ChangeAppointmentController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * @param sessionId at a test center
     * @param start online
     */
    record RescheduleAppointmentBody(
            @Nullable String sessionId, @Nullable Instant start) {}

    @PostMapping("/api/appointments/{id}/reschedule")
    @RolesAllowed("EXAMINEE")
    ResponseEntity<AppointmentChanged> reschedule(
            @PathVariable String id,
            @RequestBody RescheduleAppointmentBody body,
            Caller caller,
            CommandContext context) {
        RescheduleAppointment command = new RescheduleAppointment(
                Fields.id(id, AppointmentId::new),
                caller.ownAccount(),
                body.sessionId(),
                body.start(),
                clock.instant());
        return Answers.body(HttpStatus.OK, commands.send(command, AppointmentChanged.class, context));
    }

    @PostMapping("/api/appointments/{id}/cancel")
    @RolesAllowed("EXAMINEE")
    ResponseEntity<AppointmentChanged> cancel(@PathVariable String id, Caller caller, CommandContext context) {
        CancelAppointment command =
                new CancelAppointment(Fields.id(id, AppointmentId::new), caller.ownAccount(), clock.instant());
        return Answers.body(HttpStatus.OK, commands.send(command, AppointmentChanged.class, context));
    }
}
