package io.examledger.platform.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.examledger.command.payment.PaymentProviderUnavailable;
import io.examledger.platform.settings.ExamLedgerSettings.Payments.PayPal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls PayPal's REST interface. A call that did not tell what became of it is made again, under the same
 * {@code PayPal-Request-Id}, a few times at once; then it is for the caller to try later.
 */
final class PayPalApi {
    private static final int TRIES = 3;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;
    private static final int UNAUTHORIZED = 401;
    /** A token is replaced this long before it ends. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final PayPal settings;
    private final Clock clock;
    private @Nullable Token token;

    private record Token(String value, Instant goodUntil) {}

    /** @param body never null; an empty object if there was none */
    record Answer(int status, JsonNode body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** What PayPal calls the issue, for example {@code INSTRUMENT_DECLINED}; empty without one. */
        String issue() {
            return body.path("details").path(0).path("issue").asString("");
        }
    }

    PayPalApi(PayPal settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /**
     * @param requestId the same for the same call; null for one that changes nothing
     * @throws PaymentProviderUnavailable if it is not known what became of the call
     */
    Answer post(String path, String body, @Nullable String requestId) {
        return again(() -> {
            HttpRequest.Builder request =
                    authorised(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
            if (requestId != null) {
                request.header("PayPal-Request-Id", requestId);
            }
            return request.build();
        });
    }

    /** @throws PaymentProviderUnavailable if there was no answer */
    Answer get(String path) {
        return again(() -> authorised(path).GET().build());
    }

    private interface Call {
        HttpRequest request() throws IOException, InterruptedException;
    }

    private Answer again(Call call) {
        String trouble = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                Answer answer = send(call.request());
                if (answer.status() == UNAUTHORIZED) {
                    forgetToken();
                } else if (answer.status() < SERVER_ERROR && answer.status() != TOO_MANY) {
                    return answer;
                }
                trouble = "status " + answer.status();
            } catch (IOException e) {
                trouble = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PaymentProviderUnavailable("interrupted while the payment provider was asked", e);
            }
        }
        throw new PaymentProviderUnavailable("the payment provider did not answer: " + trouble);
    }

    private HttpRequest.Builder authorised(String path) throws IOException, InterruptedException {
        return to(path).header("Authorization", "Bearer " + token());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path)).timeout(settings.timeout());
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString(UTF_8));
        return new Answer(response.statusCode(), parsed(response.body()));
    }

    private static JsonNode parsed(String body) throws IOException {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            throw new IOException("the answer is no JSON", e);
        }
    }

    private synchronized String token() throws IOException, InterruptedException {
        Token present = token;
        if (present == null || !clock.instant().isBefore(present.goodUntil())) {
            present = freshToken();
            token = present;
        }
        return present.value();
    }

    private synchronized void forgetToken() {
        token = null;
    }

    private Token freshToken() throws IOException, InterruptedException {
        String credentials = settings.clientId() + ":" + settings.clientSecret();
        Answer answer = send(to("/v1/oauth2/token")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (!answer.isSuccess()) {
            throw new IOException("no token: status " + answer.status());
        }
        Duration life = Duration.ofSeconds(answer.body().path("expires_in").asLong(0));
        return new Token(
                answer.body().path("access_token").asString(""),
                clock.instant().plus(life).minus(MARGIN));
    }
}
