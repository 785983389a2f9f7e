package io.examledger.platform.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.examledger.platform.settings.ExamLedgerSettings.Payments.PayPal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** PayPal's REST interface as the tests script it: what each path answers, one answer after the other. */
public final class FakePayPal implements AutoCloseable {
    public static final String ORDERS = "/v2/checkout/orders";
    public static final String CAPTURE = ORDERS + "/5O190127TN364715T/capture";
    public static final String REFUND = "/v2/payments/captures/2GG279541U471931P/refund";
    public static final String VERIFY = "/v1/notifications/verify-webhook-signature";
    public static final Duration TIMEOUT = Duration.ofMillis(1_500);

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    private final AtomicInteger scripts = new AtomicInteger();

    public FakePayPal() {
        server.start();
        answer("/v1/oauth2/token", okJson("{\"access_token\": \"A21AAF\", \"expires_in\": 32400}"));
    }

    /** @return an address on which nobody answers once this is closed */
    public PayPal settings() {
        return new PayPal(server.baseUrl(), "client", "secret", "webhook", TIMEOUT);
    }

    /** The answers of a path, in their order; the last one stays. */
    public void answer(String path, ResponseDefinitionBuilder... answers) {
        String scenario = path + " " + scripts.incrementAndGet();
        String state = Scenario.STARTED;
        for (int i = 0; i < answers.length; i++) {
            boolean last = i == answers.length - 1;
            String next = last ? state : path + i;
            server.stubFor(any(urlEqualTo(path))
                    .inScenario(scenario)
                    .whenScenarioStateIs(state)
                    .willReturn(answers[i])
                    .willSetStateTo(next));
            state = next;
        }
    }

    public List<LoggedRequest> requests(String path) {
        return server.findAll(anyRequestedFor(urlEqualTo(path)));
    }

    /** Of the requests of a path, the header that makes a repeat harmless. */
    public List<String> requestIds(String path) {
        return requests(path).stream()
                .map(request -> request.getHeader("PayPal-Request-Id"))
                .toList();
    }

    public static ResponseDefinitionBuilder created() {
        return json(201, """
                {"id": "5O190127TN364715T", "status": "CREATED",
                 "links": [{"rel": "self", "href": "https://api.example.com"},
                           {"rel": "approve", "href": "https://www.example.com/checkoutnow?token=5O190127TN364715T"}]}""");
    }

    public static ResponseDefinitionBuilder captured(String status) {
        return json(201, order(status));
    }

    public static String order(String status) {
        return """
               {"id": "5O190127TN364715T", "status": "COMPLETED", "purchase_units": [{"payments":
                 {"captures": [{"id": "2GG279541U471931P", "status": "%s"}]}}]}""".formatted(status);
    }

    public static ResponseDefinitionBuilder issue(String issue) {
        return json(422, "{\"name\": \"UNPROCESSABLE_ENTITY\", \"details\": [{\"issue\": \"%s\"}]}".formatted(issue));
    }

    public static ResponseDefinitionBuilder refund(String status) {
        return json(201, "{\"id\": \"1JU08902781691411\", \"status\": \"%s\"}".formatted(status));
    }

    /** It was done, but nobody heard: the answer comes after the caller gave up. */
    public static ResponseDefinitionBuilder tooLate(ResponseDefinitionBuilder answer) {
        return answer.withFixedDelay((int) TIMEOUT.multipliedBy(3).toMillis());
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    @Override
    public void close() {
        server.stop();
    }
}
