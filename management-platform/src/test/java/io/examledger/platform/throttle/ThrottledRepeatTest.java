package io.examledger.platform.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

@StartedPlatform
@TestPropertySource(
        properties = {"examledger.guesses.per-account.burst=1", "examledger.guesses.per-account.per-minute=1"})
class ThrottledRepeatTest {
    private final Http operator;
    private final Tokens tokens;
    private final Http nobody;

    @Autowired
    ThrottledRepeatTest(@LocalServerPort int port, ApplicationContext context) {
        nobody = new Http(port);
        tokens = new Tokens(context);
        operator = nobody.as(tokens.of(Role.OPERATOR));
    }

    @Test
    @DisplayName("COD-11 a repeat is answered as the first time, and a new guess is not, while throttled")
    void a_repeat_is_answered_while_throttled() {
        Http examinee = verifiedPerson();
        HttpResponse<String> first = register(examinee, 1, "first");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(409);

        HttpResponse<String> another = register(examinee, 2, "another");
        assertThat(another.statusCode()).isEqualTo(429);
        assertThat(another.headers().firstValue("Retry-After")).isPresent();

        HttpResponse<String> repeat = register(examinee, 1, "first");
        assertThat(repeat.statusCode()).isEqualTo(409);
        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(Http.json(repeat)).isEqualTo(Http.json(first));

        HttpResponse<String> disguised = register(examinee, 2, "first");
        assertThat(disguised.statusCode())
                .as("the old key does not carry a new guess")
                .isEqualTo(422);
    }

    private Http verifiedPerson() {
        String person = """
                {"name": {"first": "Ada", "last": "Lovelace"}, "email": "ada.l@example.org", "kind": "ROOT"}""";
        String account = Http.json(operator.post("/api/accounts", person))
                .path("accountId")
                .stringValue();
        operator.post("/api/accounts/" + account + "/verification", "{\"level\": \"INDIVIDUAL\"}");
        return nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .claim("roles", List.of("examinee"))
                .claim("account_id", account)));
    }

    private static HttpResponse<String> register(Http examinee, int guess, String key) {
        byte[] values = new byte[CodeString.RANDOM_CHARACTERS];
        values[0] = (byte) guess;
        String body = "{\"subject\": \"PR000002\", \"redeemCode\": \"%s\"}"
                .formatted(CodeString.ofRandom(values).grouped());
        return examinee.send(examinee.request("/api/registrations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }
}
