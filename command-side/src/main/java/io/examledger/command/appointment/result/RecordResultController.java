package io.examledger.command.appointment.result;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Fields;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.Score;
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

/** {@code POST /api/appointments/{id}/result}. */
@RestController
class RecordResultController {
    private final Commands commands;
    private final Clock clock;

    RecordResultController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param score points, if the exam has them */
    record RecordResultBody(
            @Nullable ExamOutcome outcome, @Nullable Integer score) {}

    @PostMapping("/api/appointments/{id}/result")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> result(@PathVariable String id, @RequestBody RecordResultBody body, CommandContext context) {
        RecordResult command = new RecordResult(
                Fields.id(id, AppointmentId::new),
                Fields.required(body.outcome(), "outcome"),
                body.score() == null ? null : Fields.value(body.score(), "score", Score::new),
                clock.instant());
        return Answers.noContent(commands.send(command, Done.class, context));
    }
}
