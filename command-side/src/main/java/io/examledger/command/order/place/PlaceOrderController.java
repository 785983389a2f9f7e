package io.examledger.command.order.place;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Fields;
import io.examledger.command.Refusals;
import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.subject.SubjectCode;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/orders}. */
@RestController
class PlaceOrderController {
    /** What a client accepts that answers {@code "terms": true}. */
    private static final String CURRENT_TERMS = "2026-11";

    private final Commands commands;
    private final Identifiers identifiers;
    private final Clock clock;

    PlaceOrderController(Commands commands, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** @param terms true, or the version of the terms of service that were accepted */
    record PlaceOrderBody(
            @Nullable OrderKind kind,
            @Nullable String subject,
            @Nullable Integer quantity,
            @Nullable String voucher,
            @Nullable JsonNode terms) {}

    @PostMapping("/api/orders")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE"})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderPlaced> place(@RequestBody PlaceOrderBody body, Caller caller, CommandContext context) {
        OrderKind kind = Fields.required(body.kind(), "kind");
        if (kind == OrderKind.INDIVIDUAL && body.quantity() != null) {
            throw Fields.bad("quantity", "an individual order is for one place and takes no quantity");
        }
        if (body.voucher() != null) {
            throw Refusals.conflict("voucher.unknown", "There is no such voucher.");
        }
        PlaceOrder command = new PlaceOrder(
                new OrderId(identifiers.next()),
                caller.ownAccount(),
                kind,
                Fields.value(body.subject(), "subject", SubjectCode::new),
                kind == OrderKind.INDIVIDUAL
                        ? 1
                        : Fields.between(body.quantity(), "quantity", 1, PlaceOrder.MAX_QUANTITY),
                acceptedTerms(Fields.required(body.terms(), "terms")),
                clock.instant());
        return Answers.body(HttpStatus.CREATED, commands.send(command, OrderPlaced.class, context));
    }

    private static String acceptedTerms(JsonNode terms) {
        if (terms.isString()) {
            return Fields.text(terms.stringValue(), "terms", 50);
        }
        if (!terms.isBoolean()) {
            throw Fields.bad("terms", "must be true or the version of the terms that were accepted");
        }
        if (!terms.booleanValue()) {
            throw Refusals.conflict(
                    "order.terms-not-accepted", "An order is placed on accepted terms of service only (ORD-1).");
        }
        return CURRENT_TERMS;
    }
}
