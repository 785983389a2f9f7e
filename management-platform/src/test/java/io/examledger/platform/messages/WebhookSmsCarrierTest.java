package io.examledger.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.examledger.command.message.deliver.Handover;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.Guarantee;
import io.examledger.platform.messages.MessageSettings.Sms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WebhookSmsCarrierTest {
    private record Received(String key, String authorization, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private int status = 202;
    private String retryAfter = "";
    private boolean silent;
    private HttpServer provider;

    WebhookSmsCarrierTest() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    }

    @BeforeEach
    void start() {
        provider.setExecutor(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("sms-provider-", 0).factory()));
        provider.createContext("/sms", this::take);
        provider.start();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        provider.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (silent) {
            awaitTheEnd();
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void awaitTheEnd() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("APT-7 an SMS goes out as JSON, with the message's id as the key")
    void an_sms_is_posted() {
        assertThat(hand()).isEqualTo(new Handover.Accepted());
        assertThat(received).singleElement().satisfies(sms -> {
            assertThat(sms.key()).isEqualTo("0198a3e2-0b1c-7a2d-9e3f-4c5d6e7f8091-sms");
            assertThat(sms.authorization()).isEqualTo("Bearer secret");
            assertThat(new JsonMapper().readTree(sms.body())).isEqualTo(new JsonMapper().readTree("""
                    {"messageId": "0198a3e2-0b1c-7a2d-9e3f-4c5d6e7f8091-sms", "to": "+49 30 123",
                     "text": "Your registration for PR000002 was withdrawn: the enterprise that gave you the redeem code took it back."}"""));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "500, '',   PT0S",
        "503, 120,  PT2M",
        "429, 30,   PT30S",
        "429, '',   PT0S",
        "429, soon, PT0S",
        "401, '',   PT0S",
        "302, '',   PT0S"
    })
    @DisplayName("APT-7 what may pass is tried again, not before the provider wants it")
    void passing_faults_are_failures(int answer, String after, Duration pause) {
        status = answer;
        retryAfter = after;
        assertThat(hand()).isEqualTo(new Handover.Failed("http-" + answer, pause));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void what_the_provider_will_never_take_is_refused(int answer) {
        status = answer;
        assertThat(hand()).isEqualTo(new Handover.Refused("http-" + answer));
    }

    @Test
    @DisplayName("ADR 0012 a time-out after success is a doubt that the same key clears up")
    void what_is_not_answered_is_in_doubt_and_comes_again_under_the_same_key() {
        silent = true;
        assertThat(carrier(Duration.ofMillis(300)).handOver(letter()))
                .isEqualTo(new Handover.InDoubt("http-no-answer"));
        silent = false;
        assertThat(hand()).isEqualTo(new Handover.Accepted());

        assertThat(received)
                .hasSize(2)
                .extracting(Received::key)
                .containsOnly(received.getFirst().key());
        assertThat(carrier(Duration.ofSeconds(1)).guarantee()).isEqualTo(Guarantee.AT_LEAST_ONCE);
    }

    @Test
    void a_provider_that_is_away_is_in_doubt_too() {
        stop();
        assertThat(hand()).isEqualTo(new Handover.InDoubt("http-no-answer"));
    }

    private Handover hand() {
        return carrier(Duration.ofSeconds(10)).handOver(letter());
    }

    private static io.examledger.command.message.deliver.Carrier.Letter letter() {
        return Letters.to("+49 30 123", Channel.SMS, Language.EN);
    }

    private WebhookSmsCarrier carrier(Duration timeout) {
        URI webhook = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/sms");
        return new WebhookSmsCarrier(webhook, new Sms(webhook, "secret", timeout));
    }
}
