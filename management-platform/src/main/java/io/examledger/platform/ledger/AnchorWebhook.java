package io.examledger.platform.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST} of the head as JSON, under an {@code Idempotency-Key} of its own; any 2xx says that it is kept. */
final class AnchorWebhook implements AnchorTarget {
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final HttpClient http;
    private final URI webhook;
    private final @Nullable String token;
    private final Duration timeout;
    private final JsonMapper json = new JsonMapper();

    AnchorWebhook(URI webhook, @Nullable String token, Duration timeout) {
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.webhook = webhook;
        this.token = token;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void deliver(Anchor anchor) throws IOException {
        String key = "ledger-head-" + anchor.signed().key().id() + "-" + anchor.size();
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(HeadView.of(anchor))));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        // The request's own time-out ends with the answer's headers.
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request.build(), BodyHandlers.discarding());
        try {
            int status = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status / HUNDRED != SUCCESS) {
                throw new IOException("the webhook answered " + status);
            }
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new IOException("the webhook did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
