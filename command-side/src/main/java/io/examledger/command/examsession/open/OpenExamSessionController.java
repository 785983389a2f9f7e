package io.examledger.command.examsession.open;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.examsession.open.OpenExamSessionHandler.ExamSessionOpened;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.site.SiteId;
import io.examledger.kernel.subject.SubjectCode;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/sites/{id}/sessions}. */
@RestController
class OpenExamSessionController {
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Commands commands;
    private final Clock clock;

    OpenExamSessionController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param subjects that can be sat; none for all */
    record OpenExamSessionBody(
            @Nullable Instant start,
            @Nullable List<@Nullable String> subjects,
            @Nullable Integer seats) {}

    @PostMapping("/api/sites/{id}/sessions")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ExamSessionOpened> open(
            @PathVariable String id, @RequestBody OpenExamSessionBody body, CommandContext context) {
        Instant start = Fields.required(body.start(), "start");
        if (!start.isBefore(LATEST)) {
            throw Fields.bad("start", "must be before " + LATEST);
        }
        SiteId site = Fields.id(id, SiteId::new);
        OpenExamSession command = new OpenExamSession(
                Fields.id(id, given -> ExamSessionId.of(site, start)),
                site,
                start,
                subjects(body),
                Fields.between(body.seats(), "seats", 1, OpenExamSession.MAX_SEATS),
                clock.instant());
        return Answers.body(HttpStatus.CREATED, commands.send(command, ExamSessionOpened.class, context));
    }

    private static List<String> subjects(OpenExamSessionBody body) {
        return body.subjects() == null
                ? List.of()
                : body.subjects().stream()
                        .map(subject -> Fields.value(subject, "subjects", SubjectCode::new)
                                .value())
                        .distinct()
                        .toList();
    }
}
