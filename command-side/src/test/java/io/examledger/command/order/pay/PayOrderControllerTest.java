package io.examledger.command.order.pay;

import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.card;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.order.pay.PayOrderHandler.OrderPaid;
import io.examledger.command.testing.CommandSide;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayOrderControllerTest {
    private static final String CARD = "{\"method\": \"CARD\", \"amount\": {\"amount\": 1, \"currency\": \"USD\"}}";
    private static final String PAID =
            "{\"orderId\":\"order\",\"status\":\"PAID\",\"validUntil\":\"2027-01-10T09:30:00Z\"}";

    private final RecordedCommands commands =
            new RecordedCommands().answering(new OrderPaid("order", "PAID", VALID_UNTIL));
    private final Endpoint endpoint = Endpoint.forAccount(
            new PayOrderController(
                    new Checkout(commands, new CommandSide().payments(), () -> "payment", Endpoint.CLOCK),
                    () -> "registration",
                    Endpoint.CLOCK),
            COMPANY,
            Role.ENTERPRISE);

    @Test
    @DisplayName("ORD-2 ORD-3 an order is paid in parts, and the answer says until when it is valid")
    void an_order_is_paid() {
        endpoint.post("/api/orders/order/payment", """
                        {"parts": [{"method": "BALANCE", "amount": {"amount": 149999, "currency": "USD"}}, %s]}""".formatted(CARD))
                .isAccepted(200, PAID)
                .isReplayed(false);
        assertThat(commands.sent())
                .containsExactly(new PayOrder(
                        ORDER,
                        COMPANY,
                        List.of(new PaymentPart(PaymentMethod.BALANCE, usd(149_999)), card(1)),
                        "registration",
                        Endpoint.NOW));
    }

    @Test
    @DisplayName("ORD-7 a payment that is reported again is answered as the first time")
    void a_repeat_says_that_it_is_one() {
        commands.replaying(new OrderPaid("order", "PAID", VALID_UNTIL));
        endpoint.post("/api/orders/order/payment", "{\"parts\": [" + CARD + "]}")
                .isAccepted(200, PAID)
                .isReplayed(true);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "parts           | {}",
                "parts           | {\"parts\": null}",
                "parts[0]        | {\"parts\": [null]}",
                "parts[1].method | {\"parts\": [CARD, {\"amount\": {\"amount\": 1, \"currency\": \"USD\"}}]}",
                "parts[1].amount | {\"parts\": [CARD, {\"method\": \"CARD\"}]}",
                "parts[1].amount | {\"parts\": [CARD, {\"method\": \"CARD\", \"amount\": {\"amount\": 0, \"currency\": \"USD\"}}]}",
            })
    void a_bad_field_is_named(String field, String body) {
        endpoint.post("/api/orders/order/payment", body.replace("CARD,", CARD + ","))
                .isBad(field);
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    void a_payment_has_few_parts() {
        String parts = String.join(",", Collections.nCopies(11, CARD));
        endpoint.post("/api/orders/order/payment", "{\"parts\": [" + parts + "]}")
                .isBad("parts");
    }

    @Test
    @DisplayName("ACC-4 what cannot be an id is as unknown as an id that nobody has")
    void a_malformed_id_is_not_found() {
        endpoint.post("/api/orders/an%20order/payment", "{\"parts\": [" + CARD + "]}")
                .isNotFound();
        assertThat(commands.sent()).isEmpty();
    }
}
