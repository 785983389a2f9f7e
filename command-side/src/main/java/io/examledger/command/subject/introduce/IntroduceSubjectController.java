package io.examledger.command.subject.introduce;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.Fields;
import io.examledger.command.subject.ListPrice;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectCode;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/subjects}. */
@RestController
class IntroduceSubjectController {
    private static final int LONGEST_EXAM_MINUTES = 24 * 60;

    private final Commands commands;
    private final Clock clock;

    IntroduceSubjectController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record IntroduceSubjectBody(
            @Nullable String code,
            @Nullable String title,
            @Nullable Category category,
            @Nullable String track,
            @Nullable Level level,
            @Nullable Money price,
            @Nullable Integer durationMinutes,
            @Nullable List<@Nullable DeliveryMode> deliveryModes,
            @Nullable ExamType examType) {}

    /** The answer. */
    record SubjectIntroduced(String code) {}

    @PostMapping("/api/subjects")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SubjectIntroduced> introduce(@RequestBody IntroduceSubjectBody body, CommandContext context) {
        SubjectCode code = Fields.value(body.code(), "code", SubjectCode::new);
        Category category = Fields.required(body.category(), "category");
        if (category == Category.CAREER || body.track() != null) {
            Fields.text(body.track(), "track", 100);
        }
        if (category == Category.CAREER) {
            Fields.required(body.level(), "level");
        }
        Outcome<Done> outcome = commands.send(
                new IntroduceSubject(
                        code,
                        Fields.text(body.title(), "title", 200),
                        category,
                        body.track(),
                        body.level(),
                        Fields.value(body.price(), "price", ListPrice::checked),
                        Fields.between(body.durationMinutes(), "durationMinutes", 1, LONGEST_EXAM_MINUTES),
                        deliveryModes(body),
                        Fields.required(body.examType(), "examType"),
                        clock.instant()),
                Done.class,
                context);
        return Answers.body(HttpStatus.CREATED, outcome.map(done -> new SubjectIntroduced(code.value())));
    }

    private static List<DeliveryMode> deliveryModes(IntroduceSubjectBody body) {
        List<DeliveryMode> modes = Fields.required(body.deliveryModes(), "deliveryModes").stream()
                .map(mode -> Fields.required(mode, "deliveryModes"))
                .distinct()
                .toList();
        if (modes.isEmpty()) {
            throw Fields.bad("deliveryModes", "must name at least one");
        }
        return modes;
    }
}
