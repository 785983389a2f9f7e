package io.examledger.platform.payment;

import io.examledger.platform.payment.PayPalApi.Answer;
import io.examledger.platform.settings.ExamLedgerSettings.Payments.PayPal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads PayPal's messages. A message is a hint to ask PayPal how an order stands, and nothing more: so it does no harm
 * that messages come twice, late, or in another order.
 */
final class PayPalWebhook {
    private static final JsonMapper JSON = new JsonMapper();
    /** Header, and what PayPal calls it when it is asked to check the signature. */
    private static final Map<String, String> SIGNATURE = Map.of(
            "PAYPAL-AUTH-ALGO", "auth_algo",
            "PAYPAL-CERT-URL", "cert_url",
            "PAYPAL-TRANSMISSION-ID", "transmission_id",
            "PAYPAL-TRANSMISSION-SIG", "transmission_sig",
            "PAYPAL-TRANSMISSION-TIME", "transmission_time");

    private final PayPalApi api;
    private final PayPal settings;

    PayPalWebhook(PayPalApi api, PayPal settings) {
        this.api = api;
        this.settings = settings;
    }

    /**
     * The order that a message is about.
     *
     * @param body as it was sent: the signature covers its bytes
     * @param headers null for one that was not sent
     * @return empty if PayPal did not sign the message, or it is about no order of ours
     */
    Optional<String> orderOf(String body, Function<String, @Nullable String> headers) {
        try {
            JsonNode event = JSON.readTree(body);
            return isSigned(body, headers)
                    ? Optional.of(event.path("resource"))
                            .map(PayPalWebhook::customId)
                            .filter(id -> !id.isEmpty())
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** On a capture or a refund itself; on an order in its purchase unit. */
    private static String customId(JsonNode resource) {
        return resource.path("custom_id")
                .asString(resource.path("purchase_units")
                        .path(0)
                        .path("custom_id")
                        .asString(""));
    }

    private boolean isSigned(String body, Function<String, @Nullable String> headers) {
        var question = JSON.createObjectNode().put("webhook_id", settings.webhookId());
        for (Map.Entry<String, String> field : SIGNATURE.entrySet()) {
            String value = headers.apply(field.getKey());
            if (value == null) {
                return false;
            }
            question.put(field.getValue(), value);
        }
        // The message goes back letter by letter: written anew, it might no longer be what was signed.
        String asked = question.toString();
        Answer answer = api.post(
                "/v1/notifications/verify-webhook-signature",
                asked.substring(0, asked.length() - 1) + ",\"webhook_event\":" + body + "}",
                null);
        return answer.isSuccess()
                && answer.body().path("verification_status").asString("").equals("SUCCESS");
    }
}
