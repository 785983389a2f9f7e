package io.examledger.command.order.pay;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.Fields;
import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
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
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/orders/{id}/payment}. */
@RestController
class PayOrderController {
    private static final int MOST_PARTS = 10;

    private final Checkout checkout;
    private final Identifiers identifiers;
    private final Clock clock;

    PayOrderController(Checkout checkout, Identifiers identifiers, Clock clock) {
        this.checkout = checkout;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    record PayOrderPart(
            @Nullable PaymentMethod method, @Nullable Money amount) {}

    record PayOrderBody(@Nullable List<@Nullable PayOrderPart> parts) {}

    @PostMapping("/api/orders/{id}/payment")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE"})
    ResponseEntity<OrderPaid> pay(
            @PathVariable String id, @RequestBody PayOrderBody body, Caller caller, CommandContext context) {
        List<@Nullable PayOrderPart> parts = Fields.required(body.parts(), "parts");
        // None at all pay an order that a voucher has left nothing of.
        if (parts.size() > MOST_PARTS) {
            throw Fields.bad("parts", "must be at most " + MOST_PARTS);
        }
        PayOrder command = new PayOrder(
                Fields.id(id, OrderId::new),
                caller.ownAccount(),
                IntStream.range(0, parts.size())
                        .mapToObj(i -> part(parts.get(i), "parts[" + i + "]"))
                        .toList(),
                identifiers.next(),
                clock.instant());
        return Answers.body(HttpStatus.OK, checkout.pay(command, context));
    }

    private static PaymentPart part(@Nullable PayOrderPart part, String field) {
        PayOrderPart given = Fields.required(part, field);
        Money amount = Fields.required(given.amount(), field + ".amount");
        if (amount.amount() < 1) {
            throw Fields.bad(field + ".amount", "must be 1 minor unit or more");
        }
        return new PaymentPart(Fields.required(given.method(), field + ".method"), amount);
    }
}
