package io.examledger.command.order.place;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Outcome;
import io.examledger.command.Fields;
import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.command.redeemcode.bind.GuessLimit;
import io.examledger.command.redeemcode.bind.GuessLimit.Try;
import io.examledger.command.voucher.Vouchers;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.subject.SubjectCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
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
    /** The terms of service in force. */
    private static final String CURRENT_TERMS = "2026-11";

    private final Commands commands;
    private final CodeStringVault vault;
    private final GuessLimit guessLimit;
    private final Identifiers identifiers;
    private final Clock clock;

    PlaceOrderController(
            Commands commands, CodeStringVault vault, GuessLimit guessLimit, Identifiers identifiers, Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.guessLimit = guessLimit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * @param voucher a voucher's code string, as it was typed
     * @param terms true, or the version of the terms of service that is accepted; false if it is not
     */
    record PlaceOrderBody(
            @Nullable OrderKind kind,
            @Nullable String subject,
            @Nullable Integer quantity,
            @Nullable String voucher,
            @Nullable JsonNode terms) {
        @Override
        public String toString() {
            return "PlaceOrderBody[secret]";
        }
    }

    @PostMapping("/api/orders")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE"})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderPlaced> place(
            @RequestBody PlaceOrderBody body, Caller caller, CommandContext context, HttpServletRequest request) {
        OrderKind kind = Fields.required(body.kind(), "kind");
        if (kind == OrderKind.INDIVIDUAL && body.quantity() != null) {
            throw Fields.bad("quantity", "an individual order is for one place and takes no quantity");
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
                body.voucher() == null
                        ? null
                        : vault.digest(Fields.value(body.voucher(), "voucher", CodeString::parse)),
                clock.instant());
        return Answers.body(HttpStatus.CREATED, send(command, context, request.getRemoteAddr()));
    }

    /** Guessing vouchers is limited as guessing redeem codes is. */
    private Outcome<OrderPlaced> send(PlaceOrder command, CommandContext context, String address) {
        String voucher = command.voucher();
        if (voucher == null) {
            return commands.send(command, OrderPlaced.class, context);
        }
        return guessLimit.limited(
                new Try(command.buyer(), address, voucher),
                Vouchers::isAbout,
                () -> commands.send(command, OrderPlaced.class, context),
                () -> commands.replay(OrderPlaced.class, context));
    }

    private static @Nullable String acceptedTerms(JsonNode terms) {
        boolean current = terms.isString() && terms.stringValue().equals(CURRENT_TERMS);
        if (!terms.isBoolean() && !current) {
            throw Fields.bad("terms", "must be true, or \"" + CURRENT_TERMS + "\", the version that is accepted");
        }
        return current || terms.booleanValue() ? CURRENT_TERMS : null;
    }
}
