package io.examledger.command.order.refund;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.order.refund.RequestRefundHandler.RefundRequested;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/orders/{id}/refund}: takes the request; the bill tells how it goes. */
@RestController
class RequestRefundController {
    private static final int MOST_NAMED = 5_000;

    private final Commands commands;
    private final Identifiers identifiers;
    private final Clock clock;

    RequestRefundController(Commands commands, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** @param redeemCodes ids; missing for all that are unused */
    record RequestRefundBody(@Nullable List<@Nullable String> redeemCodes) {}

    @PostMapping("/api/orders/{id}/refund")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<RefundRequested> request(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable RequestRefundBody body,
            Caller caller,
            CommandContext context) {
        RequestRefund command = new RequestRefund(
                new RefundId(identifiers.next()),
                Fields.id(id, OrderId::new),
                caller.ownAccount(),
                body == null || body.redeemCodes() == null ? List.of() : named(body.redeemCodes()),
                clock.instant());
        return Answers.body(HttpStatus.ACCEPTED, commands.send(command, RefundRequested.class, context));
    }

    private static List<RedeemCodeId> named(List<@Nullable String> given) {
        if (given.isEmpty() || given.size() > MOST_NAMED) {
            throw Fields.bad("redeemCodes", "must be 1 to " + MOST_NAMED + ", or missing for all that are unused");
        }
        return IntStream.range(0, given.size())
                .mapToObj(i -> Fields.value(given.get(i), "redeemCodes[" + i + "]", RedeemCodeId::new))
                .distinct()
                .toList();
    }
}
