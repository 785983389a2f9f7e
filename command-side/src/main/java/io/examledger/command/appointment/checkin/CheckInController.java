package io.examledger.command.appointment.checkin;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.appointment.checkin.CheckInHandler.Admission;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.personal.PersonName;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/appointments/{id}/check-in}. */
@RestController
class CheckInController {
    private static final int MOST_DOCUMENTS = 5;

    private final Commands commands;
    private final Clock clock;

    CheckInController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param expiresOn last day on which the document is good, if staff leave it to the system to look */
    record CheckInDocument(
            @Nullable IdentityDocumentType type,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable LocalDate expiresOn) {
        @Override
        public String toString() {
            return "CheckInDocument[personal]";
        }
    }

    record CheckInBody(@Nullable List<@Nullable CheckInDocument> identityDocuments) {}

    @PostMapping("/api/appointments/{id}/check-in")
    @RolesAllowed("OPERATOR")
    ResponseEntity<Admission> checkIn(@PathVariable String id, @RequestBody CheckInBody body, CommandContext context) {
        List<@Nullable CheckInDocument> shown = Fields.required(body.identityDocuments(), "identityDocuments");
        if (shown.size() > MOST_DOCUMENTS) {
            throw Fields.bad("identityDocuments", "must be at most " + MOST_DOCUMENTS);
        }
        CheckIn command = new CheckIn(
                Fields.id(id, AppointmentId::new),
                IntStream.range(0, shown.size())
                        .mapToObj(i -> document(shown.get(i), "identityDocuments[" + i + "]"))
                        .toList(),
                clock.instant());
        return Answers.body(HttpStatus.OK, commands.send(command, Admission.class, context));
    }

    private static IdentityDocument document(@Nullable CheckInDocument document, String field) {
        CheckInDocument given = Fields.required(document, field);
        IdentityDocumentType type = Fields.required(given.type(), field + ".type");
        String first = Fields.text(given.firstName(), field + ".firstName", 200);
        String last = Fields.text(given.lastName(), field + ".lastName", 200);
        PersonName name = Fields.value(given, field, shown -> new PersonName(first, last, null));
        return new IdentityDocument(type, name, given.expiresOn());
    }
}
