package io.examledger.platform.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.examledger.platform.testing.FakePayPal;
import io.examledger.platform.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole system with PayPal for a provider, which fails and repeats itself. */
class PayPalTest {
    private static final String WEBHOOK = "/api/payments/paypal-webhook";

    @Test
    @DisplayName(
            "ORD-2 ORD-7 REF-2: approval, messages twice and out of order, a lost answer: paid once, refunded once")
    void an_order_is_paid_and_refunded() {
        try (FakePayPal paypal = new FakePayPal();
                RunningPlatform platform = RunningPlatform.onH2Set(
                        "--examledger.payments.provider=paypal",
                        "--examledger.payments.paypal.base-url="
                                + paypal.settings().baseUrl(),
                        "--examledger.payments.paypal.timeout=" + FakePayPal.TIMEOUT.toMillis() + "ms",
                        "--examledger.payments.paypal.webhook-id=webhook")) {
            paypal.answer(FakePayPal.VERIFY, okJson("{\"verification_status\": \"SUCCESS\"}"));
            paypal.answer(FakePayPal.ORDERS, FakePayPal.created());
            paypal.answer(FakePayPal.CAPTURE, FakePayPal.issue("ORDER_NOT_APPROVED"));
            Http company = platform.enterprise;
            String order = platform.order(2);
            String payment = """
                    {"parts": [{"method": "BALANCE", "amount": {"amount": 5000, "currency": "USD"}},
                               {"method": "PAYPAL", "amount": {"amount": 15000, "currency": "USD"}}]}""";
            HttpResponse<String> waiting = company.post("/api/orders/" + order + "/payment", payment);
            assertThat(Exchange.of(409, waiting).at("code")).isEqualTo("payment.approval-required");

            // A message of a later step comes first, and that of the approval twice.
            assertThat(message(platform, order, "PAYMENT.CAPTURE.COMPLETED")).isEqualTo(204);
            assertThat(status(company, order)).isEqualTo("PENDING");
            ResponseDefinitionBuilder captured = FakePayPal.captured("COMPLETED");
            paypal.answer(FakePayPal.CAPTURE, FakePayPal.tooLate(captured), FakePayPal.captured("COMPLETED"));
            assertThat(message(platform, order, "CHECKOUT.ORDER.APPROVED")).isEqualTo(204);
            assertThat(message(platform, order, "CHECKOUT.ORDER.APPROVED")).isEqualTo(204);
            assertThat(message(platform, order, "PAYMENT.CAPTURE.DENIED")).isEqualTo(204);
            Await.until(() -> status(company, order), "PAID"::equals);
            Exchange.of(409, company.post("/api/orders/" + order + "/payment", payment));
            assertThat(paypal.requestIds(FakePayPal.CAPTURE).stream().distinct())
                    .hasSize(1);

            Await.until(() -> Refunds.bill(company, order), bill -> Refunds.codes(bill, "issued") == 2);
            paypal.answer(
                    FakePayPal.REFUND,
                    FakePayPal.tooLate(FakePayPal.refund("COMPLETED")),
                    FakePayPal.json(500, ""),
                    FakePayPal.refund("COMPLETED"));
            Exchange.of(202, company.post("/api/orders/" + order + "/refund", ""));
            JsonNode bill = Await.until(
                    () -> Refunds.bill(company, order),
                    seen -> seen.required("status").stringValue().equals("REFUNDED"));
            assertThat(Refunds.amount(bill)).isEqualTo(20_000);
            assertThat(paypal.requestIds(FakePayPal.REFUND).stream().distinct()).hasSize(1);
            assertThat(paypal.requests(FakePayPal.REFUND).getLast().getBodyAsString())
                    .contains("\"value\":\"150.00\"");
        }
    }

    @Test
    @DisplayName("ORD-2 a message that PayPal did not sign changes nothing")
    void a_forged_message_is_refused() {
        try (FakePayPal paypal = new FakePayPal();
                RunningPlatform platform = RunningPlatform.onH2Set(
                        "--examledger.payments.provider=paypal",
                        "--examledger.payments.paypal.base-url="
                                + paypal.settings().baseUrl())) {
            paypal.answer(FakePayPal.VERIFY, okJson("{\"verification_status\": \"FAILURE\"}"));
            assertThat(message(platform, "order", "CHECKOUT.ORDER.APPROVED")).isEqualTo(400);
        }
    }

    private static String status(Http company, String order) {
        return Refunds.bill(company, order).required("status").stringValue();
    }

    private static int message(RunningPlatform platform, String order, String type) {
        Http anyone = platform.anyone();
        var request = anyone.request(WEBHOOK)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"event_type": "%s", "resource": {"custom_id": "%s"}}""".formatted(type, order)));
        for (String header :
                List.of("AUTH-ALGO", "CERT-URL", "TRANSMISSION-ID", "TRANSMISSION-SIG", "TRANSMISSION-TIME")) {
            request.header("PAYPAL-" + header, "value");
        }
        return anyone.send(request).statusCode();
    }
}
