package io.examledger.platform.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.examledger.platform.testing.FakePayPal.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.FakePayPal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PayPalWebhookTest {
    private static final String CAPTURED = """
            {"event_type" : "PAYMENT.CAPTURE.COMPLETED",  "resource": {"id": "2GG279541U471931P", "custom_id": "order"}}""";
    private static final String APPROVED = """
            {"event_type": "CHECKOUT.ORDER.APPROVED", "resource": {"purchase_units": [{"custom_id": "order"}]}}""";

    private final FakePayPal paypal = new FakePayPal();
    private final PayPalWebhook webhook =
            new PayPalWebhook(new PayPalApi(paypal.settings(), Clock.systemUTC()), paypal.settings());
    private final Map<String, String> headers = new HashMap<>(Map.of(
            "PAYPAL-AUTH-ALGO", "SHA256withRSA",
            "PAYPAL-CERT-URL", "https://api.paypal.com/cert",
            "PAYPAL-TRANSMISSION-ID", "69cd13f0",
            "PAYPAL-TRANSMISSION-SIG", "sig\"nature",
            "PAYPAL-TRANSMISSION-TIME", "2026-11-21T09:00:00Z"));

    @AfterEach
    void stop() {
        paypal.close();
    }

    @Test
    @DisplayName("ORD-2 a signed message names the order it is about, and goes to the check letter by letter")
    void a_signed_message_is_read() {
        verified("SUCCESS");
        assertThat(orderOf(CAPTURED)).contains("order");
        assertThat(orderOf(APPROVED)).contains("order");
        assertThat(paypal.requests(VERIFY).getFirst().getBodyAsString())
                .contains("\"webhook_event\":" + CAPTURED)
                .contains("\"webhook_id\":\"webhook\"")
                .contains("\"transmission_sig\":\"sig\\\"nature\"");
    }

    @Test
    @DisplayName("ORD-2 a message with a wrong signature, or with none, is nothing")
    void an_unsigned_message_is_ignored() {
        verified("FAILURE");
        assertThat(orderOf(CAPTURED)).isEmpty();
        headers.remove("PAYPAL-TRANSMISSION-SIG");
        verified("SUCCESS");
        assertThat(orderOf(CAPTURED)).isEmpty();
        assertThat(paypal.requests(VERIFY)).hasSize(1);
    }

    @Test
    void what_is_no_message_of_ours_is_ignored() {
        verified("SUCCESS");
        assertThat(orderOf("no JSON")).isEmpty();
        assertThat(orderOf("{\"resource\": {}}")).isEmpty();
    }

    private void verified(String status) {
        paypal.answer(VERIFY, okJson("{\"verification_status\": \"%s\"}".formatted(status)));
    }

    private Optional<String> orderOf(String body) {
        return webhook.orderOf(body, headers::get);
    }
}
