package io.examledger.command.appointment.launch;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.appointment.launch.LaunchExamHandler.ExamLaunched;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.AuthorizationCodeVault;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.MistypedCodeString;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/appointments/{id}/launch}. */
@RestController
class LaunchExamController {
    private final Commands commands;
    private final AuthorizationCodeVault vault;
    private final Clock clock;

    LaunchExamController(Commands commands, AuthorizationCodeVault vault, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.clock = clock;
    }

    record LaunchExamBody(@Nullable String authorizationCode) {}

    @PostMapping("/api/appointments/{id}/launch")
    @RolesAllowed("EXAMINEE")
    ResponseEntity<ExamLaunched> launch(
            @PathVariable String id, @RequestBody LaunchExamBody body, Caller caller, CommandContext context) {
        AppointmentId appointment = Fields.id(id, AppointmentId::new);
        CodeString typed = Fields.value(body.authorizationCode(), "authorizationCode", LaunchExamController::parse);
        LaunchExam command =
                new LaunchExam(appointment, caller.ownAccount(), vault.digest(typed, appointment), clock.instant());
        return Answers.body(HttpStatus.OK, commands.send(command, ExamLaunched.class, context));
    }

    private static CodeString parse(String typed) {
        try {
            return CodeString.parse(typed);
        } catch (MistypedCodeString e) {
            throw new IllegalArgumentException("is not an authorization code: compare it character by character", e);
        }
    }
}
