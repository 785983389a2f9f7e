package io.examledger.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@StartedPlatform
class RepeatedRefusalTest {
    private final Http operator;

    @Autowired
    RepeatedRefusalTest(@LocalServerPort int port, ApplicationContext context) {
        operator = new Http(port).as(new Tokens(context).of(Role.OPERATOR));
    }

    @Test
    void a_refusal_is_repeated_and_says_so() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = verifyNobody(key);
        HttpResponse<String> second = verifyNobody(key);
        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Http.json(second)).isEqualTo(Http.json(first));
    }

    private HttpResponse<String> verifyNobody(String key) {
        return operator.send(operator.request("/api/accounts/nobody/verification")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"level\": \"INDIVIDUAL\"}")));
    }
}
