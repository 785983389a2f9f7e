package io.examledger.command.subject.retire;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Fields;
import io.examledger.kernel.subject.SubjectCode;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/subjects/{code}/retirement}. */
@RestController
class RetireSubjectController {
    private final Commands commands;
    private final Clock clock;

    RetireSubjectController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/subjects/{code}/retirement")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> retire(@PathVariable String code, CommandContext context) {
        SubjectCode subject = Fields.id(code, SubjectCode::new);
        return Answers.noContent(commands.send(new RetireSubject(subject, clock.instant()), Done.class, context));
    }
}
