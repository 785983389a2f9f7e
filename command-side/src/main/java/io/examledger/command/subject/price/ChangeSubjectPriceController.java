package io.examledger.command.subject.price;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Fields;
import io.examledger.command.subject.ListPrice;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.SubjectCode;
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

/** {@code POST /api/subjects/{code}/price}. */
@RestController
class ChangeSubjectPriceController {
    private final Commands commands;
    private final Clock clock;

    ChangeSubjectPriceController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record ChangeSubjectPriceBody(@Nullable Money price) {}

    @PostMapping("/api/subjects/{code}/price")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> change(
            @PathVariable String code, @RequestBody ChangeSubjectPriceBody body, CommandContext context) {
        SubjectCode subject = Fields.id(code, SubjectCode::new);
        Money price = Fields.value(body.price(), "price", ListPrice::checked);
        return Answers.noContent(
                commands.send(new ChangeSubjectPrice(subject, price, clock.instant()), Done.class, context));
    }
}
