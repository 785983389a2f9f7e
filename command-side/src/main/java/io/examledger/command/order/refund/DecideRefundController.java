package io.examledger.command.order.refund;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Fields;
import io.examledger.kernel.order.OrderId;
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

/** {@code POST /api/orders/{id}/refund/approval} and {@code …/rejection} (REF-4). */
@RestController
class DecideRefundController {
    private final Commands commands;
    private final Clock clock;

    DecideRefundController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record RejectRefundBody(@Nullable String reason) {}

    @PostMapping("/api/orders/{id}/refund/approval")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> approve(@PathVariable String id, CommandContext context) {
        ApproveRefund command = new ApproveRefund(Fields.id(id, OrderId::new), clock.instant());
        return Answers.noContent(commands.send(command, Done.class, context));
    }

    @PostMapping("/api/orders/{id}/refund/rejection")
    @RolesAllowed("OPERATOR")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> reject(@PathVariable String id, @RequestBody RejectRefundBody body, CommandContext context) {
        RejectRefund command = new RejectRefund(
                Fields.id(id, OrderId::new), Fields.text(body.reason(), "reason", 500), clock.instant());
        return Answers.noContent(commands.send(command, Done.class, context));
    }
}
