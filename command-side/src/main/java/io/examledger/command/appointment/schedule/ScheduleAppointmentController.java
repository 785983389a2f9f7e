package io.examledger.command.appointment.schedule;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.appointment.ConsentPolicy.Accepted;
import io.examledger.command.appointment.NewAuthorizationCode;
import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.schedule.ScheduleAppointment.Authorization;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler.AppointmentScheduled;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.AuthorizationCodeVault;
import io.examledger.kernel.appointment.ConsentDocument;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.SubjectCode;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/appointments}. */
@RestController
class ScheduleAppointmentController {
    private static final int MOST_CONSENTS = 10;

    private final Commands commands;
    private final AuthorizationCodeVault vault;
    private final Identifiers identifiers;
    private final Clock clock;

    ScheduleAppointmentController(
            Commands commands, AuthorizationCodeVault vault, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** @param version of the text that is accepted */
    record ScheduleAppointmentConsent(
            @Nullable ConsentDocument document, @Nullable String version) {}

    /**
     * @param sessionId at a test center
     * @param start online
     */
    record ScheduleAppointmentBody(
            @Nullable String subject,
            @Nullable DeliveryMode deliveryMode,
            @Nullable String sessionId,
            @Nullable Instant start,
            @Nullable List<@Nullable ScheduleAppointmentConsent> consents) {}

    @PostMapping("/api/appointments")
    @RolesAllowed("EXAMINEE")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppointmentScheduled> schedule(
            @RequestBody ScheduleAppointmentBody body, Caller caller, CommandContext context) {
        SubjectCode subject = Fields.value(body.subject(), "subject", SubjectCode::new);
        DeliveryMode mode = Fields.required(body.deliveryMode(), "deliveryMode");
        Place place = Place.of(mode, body.sessionId(), body.start());
        List<Accepted> consents = consents(Fields.required(body.consents(), "consents"));
        AppointmentId id = new AppointmentId(identifiers.next());
        ScheduleAppointment command = new ScheduleAppointment(
                id,
                caller.ownAccount(),
                subject,
                place,
                consents,
                mode == DeliveryMode.ONLINE_PROCTORED ? authorization(id) : null,
                clock.instant());
        return Answers.body(HttpStatus.CREATED, commands.send(command, AppointmentScheduled.class, context));
    }

    private Authorization authorization(AppointmentId id) {
        CodeString clear = vault.generate();
        return new Authorization(clear, NewAuthorizationCode.of(clear, id, vault));
    }

    private static List<Accepted> consents(List<@Nullable ScheduleAppointmentConsent> given) {
        if (given.size() > MOST_CONSENTS) {
            throw Fields.bad("consents", "must be at most " + MOST_CONSENTS);
        }
        return IntStream.range(0, given.size())
                .mapToObj(i -> consent(given.get(i), "consents[" + i + "]"))
                .toList();
    }

    private static Accepted consent(@Nullable ScheduleAppointmentConsent consent, String field) {
        ScheduleAppointmentConsent given = Fields.required(consent, field);
        return new Accepted(
                Fields.required(given.document(), field + ".document"),
                Fields.text(given.version(), field + ".version", 50));
    }
}
