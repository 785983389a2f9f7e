package io.examledger.platform.payment;

import io.examledger.command.CommandContext;
import io.examledger.command.Fields;
import io.examledger.command.order.pay.Checkout;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.order.OrderId;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/payments/paypal-webhook}: PayPal says that something happened to a payment. What happened is asked of
 * PayPal. An answer other than 2xx makes it send the message again, for three days.
 */
@RestController
@Hidden
@ForRole(NodeRole.COMMAND)
@ConditionalOnProperty(name = "examledger.payments.provider", havingValue = "paypal")
class PayPalWebhookController {
    private static final Caller PAYPAL = new Caller("payment-provider", Optional.empty(), Set.of(Role.OPERATOR));

    private final PayPalWebhook webhook;
    private final Checkout checkout;
    private final Identifiers identifiers;

    PayPalWebhookController(PayPalWebhook webhook, Checkout checkout, Identifiers identifiers) {
        this.webhook = webhook;
        this.checkout = checkout;
        this.identifiers = identifiers;
    }

    @PostMapping("/api/payments/paypal-webhook")
    @PermitAll
    ResponseEntity<Void> receive(@RequestBody String body, HttpServletRequest request) {
        Optional<String> order = webhook.orderOf(body, request::getHeader);
        order.ifPresent(id ->
                checkout.resume(Fields.id(id, OrderId::new), new CommandContext(PAYPAL, identifiers.next(), null)));
        return ResponseEntity.status(order.isPresent() ? HttpStatus.NO_CONTENT : HttpStatus.BAD_REQUEST)
                .build();
    }
}
