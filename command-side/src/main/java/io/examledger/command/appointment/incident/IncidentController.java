package io.examledger.command.appointment.incident;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Fields;
import io.examledger.kernel.appointment.AppointmentId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/appointments/{id}/violation} and {@code /interruption}. */
@RestController
class IncidentController {
    private final Commands commands;
    private final Clock clock;

    IncidentController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record ReportViolationBody(
            @Nullable String kind, @Nullable String note) {}

    record ReportInterruptionBody(@Nullable Boolean contentExposed) {}

    @PostMapping("/api/appointments/{id}/violation")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> violation(
            @PathVariable String id, @RequestBody ReportViolationBody body, CommandContext context) {
        ReportViolation command = new ReportViolation(
                Fields.id(id, AppointmentId::new),
                Fields.text(body.kind(), "kind", 100),
                body.note() == null ? null : Fields.text(body.note(), "note", 2000),
                clock.instant());
        return Answers.noContent(commands.send(command, Done.class, context));
    }

    @PostMapping("/api/appointments/{id}/interruption")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> interruption(
            @PathVariable String id, @RequestBody ReportInterruptionBody body, CommandContext context) {
        ReportInterruption command = new ReportInterruption(
                Fields.id(id, AppointmentId::new),
                Fields.required(body.contentExposed(), "contentExposed"),
                clock.instant());
        return Answers.noContent(commands.send(command, Done.class, context));
    }
}
