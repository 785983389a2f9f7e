package io.examledger.command.redeemcode.bulk;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.redeemcode.bulk.BulkChangeHandler.BulkChangeRequested;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import io.examledger.kernel.subject.SubjectCode;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/redeem-codes/bulk}: takes the order; {@code GET /api/redeem-codes/bulk/{jobId}} tells how it goes. */
@RestController
class RequestBulkChangeController {
    private final Commands commands;
    private final CodeStringVault vault;
    private final Identifiers identifiers;
    private final Clock clock;

    RequestBulkChangeController(Commands commands, CodeStringVault vault, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** @param filter must be there; an empty one means all codes */
    record BulkChangeBody(
            @Nullable BulkAction action, @Nullable BulkChangeFilter filter) {}

    /** As the query parameters of {@code GET /api/redeem-codes}. */
    record BulkChangeFilter(
            @Nullable String redeemCode,
            @Nullable String subject,
            @Nullable String order,
            @Nullable RedeemCodeStatus status,
            @Nullable String examinee) {
        @Override
        public String toString() {
            return "BulkChangeFilter[secret]";
        }
    }

    @PostMapping("/api/redeem-codes/bulk")
    @RolesAllowed("ENTERPRISE")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<BulkChangeRequested> changeInBulk(
            @RequestBody BulkChangeBody body, Caller caller, CommandContext context) {
        RequestBulkChange command = new RequestBulkChange(
                new BulkChangeId(identifiers.next()),
                caller.ownAccount(),
                Fields.required(body.action(), "action"),
                filter(Fields.required(body.filter(), "filter")),
                clock.instant());
        return Answers.body(HttpStatus.ACCEPTED, commands.send(command, BulkChangeRequested.class, context));
    }

    private CodeFilter filter(BulkChangeFilter given) {
        CodeString typed = optional(given.redeemCode(), "filter.redeemCode", CodeString::parse);
        return new CodeFilter(
                typed == null ? null : vault.digest(typed),
                optional(given.subject(), "filter.subject", SubjectCode::new),
                optional(given.order(), "filter.order", OrderId::new),
                given.status(),
                optional(given.examinee(), "filter.examinee", AccountId::new));
    }

    private static <R> @Nullable R optional(@Nullable String given, String field, Function<String, R> constructor) {
        return given == null ? null : Fields.value(given, field, constructor);
    }
}
