package io.examledger.command.voucher.issue;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.voucher.PercentOff;
import io.examledger.command.voucher.issue.IssueVouchersHandler.VouchersIssued;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.kernel.voucher.VoucherId;
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

/** {@code POST /api/vouchers}. The codes are shown in this answer only. */
@RestController
class IssueVouchersController {
    private static final int MOST_SUBJECTS = 100;

    private final Commands commands;
    private final CodeStringVault vault;
    private final Identifiers identifiers;
    private final Clock clock;

    IssueVouchersController(Commands commands, CodeStringVault vault, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** @param subjects that the vouchers are good for; none means all */
    record IssueVouchersBody(
            @Nullable Integer percentOff,
            @Nullable List<@Nullable String> subjects,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer quantity) {}

    @PostMapping("/api/vouchers")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VouchersIssued> issue(@RequestBody IssueVouchersBody body, CommandContext context) {
        PercentOff percentOff = Fields.value(body.percentOff(), "percentOff", PercentOff::new);
        List<SubjectCode> subjects = subjects(body.subjects());
        Instant from = Fields.required(body.validFrom(), "validFrom");
        Instant until = Fields.required(body.validUntil(), "validUntil");
        if (!from.isBefore(until)) {
            throw Fields.bad("validUntil", "must be after validFrom");
        }
        int quantity = Fields.between(body.quantity(), "quantity", 1, IssueVouchers.MAX_QUANTITY);
        List<NewVoucher> vouchers = IntStream.range(0, quantity)
                .mapToObj(n -> NewVoucher.of(new VoucherId(identifiers.next()), vault))
                .toList();
        IssueVouchers command = new IssueVouchers(vouchers, percentOff, subjects, from, until, clock.instant());
        return Answers.body(HttpStatus.CREATED, commands.send(command, VouchersIssued.class, context));
    }

    private static List<SubjectCode> subjects(@Nullable List<@Nullable String> given) {
        List<@Nullable String> codes = given == null ? List.of() : given;
        if (codes.size() > MOST_SUBJECTS) {
            throw Fields.bad("subjects", "must be at most " + MOST_SUBJECTS);
        }
        return IntStream.range(0, codes.size())
                .mapToObj(i -> Fields.value(codes.get(i), "subjects[" + i + "]", SubjectCode::new))
                .distinct()
                .toList();
    }
}
