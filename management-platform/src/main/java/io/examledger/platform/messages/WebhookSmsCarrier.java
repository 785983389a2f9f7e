package io.examledger.platform.messages;

import io.examledger.command.message.deliver.Carrier;
import io.examledger.command.message.deliver.Handover;
import io.examledger.kernel.message.Guarantee;
import io.examledger.platform.messages.MessageSettings.Sms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands SMS to a provider, or to a bridge to one, by HTTP: {@code POST {"messageId", "to", "text"}} with the message's id
 * as {@code Idempotency-Key}. The other side must take a key that comes again for the same message: what was not answered
 * is sent again (ADR 0012).
 */
final class WebhookSmsCarrier implements Carrier {
    private final HttpClient http;
    private final URI webhook;
    private final Sms settings;
    private final JsonMapper json = JsonMapper.builder().build();

    WebhookSmsCarrier(URI webhook, Sms settings) {
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        this.webhook = webhook;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "sms-webhook";
    }

    @Override
    public Guarantee guarantee() {
        return Guarantee.AT_LEAST_ONCE;
    }

    @Override
    public Handover handOver(Letter letter) {
        try {
            return outcome(http.send(request(letter), BodyHandlers.discarding()));
        } catch (IOException e) {
            return new Handover.InDoubt("http-no-answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handover.InDoubt("interrupted");
        }
    }

    private HttpRequest request(Letter letter) {
        Map<String, String> body = Map.of(
                "messageId", letter.messageId().value(),
                "to", letter.address(),
                "text", letter.text().brief());
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", letter.messageId().value())
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        if (settings.webhookToken() != null) {
            request.header("Authorization", "Bearer " + settings.webhookToken());
        }
        return request.build();
    }

    private static Handover outcome(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String reason = "http-" + status;
        return switch (status) {
            case 200, 201, 202, 204 -> new Handover.Accepted();
            case 400, 404, 410, 413, 422 -> new Handover.Refused(reason);
            default -> new Handover.Failed(reason, retryAfter(answer));
        };
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,7}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }
}
