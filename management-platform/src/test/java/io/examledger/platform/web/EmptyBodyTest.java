package io.examledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@StartedPlatform
class EmptyBodyTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    /** Takes a body or none; nobody has this code. */
    private static final String OPTIONAL = "/api/redeem-codes/01990000-0000-7000-8000-000000000000/unbind";

    private final Http http;

    @Autowired
    EmptyBodyTest(@LocalServerPort int port, ApplicationContext context) {
        http = new Http(port).as(new Tokens(context).of(Role.ENTERPRISE));
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, FORM + ";charset=UTF-8", "text/plain", "application/json", "no type at all"})
    void an_empty_body_is_an_absent_one_whatever_it_is_called(String type) {
        assertThat(post(OPTIONAL, type, "")).isEqualTo("404 not-found");
        assertThat(post("/api/orders", type, "")).isEqualTo("400 request.invalid");
    }

    @Test
    void a_form_that_says_something_is_refused() {
        assertThat(post(OPTIONAL, FORM, "regenerate=true")).isEqualTo("415 request.unsupported-media-type");
    }

    private String post(String path, String type, String body) {
        HttpResponse<String> answer =
                http.send(http.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
        return answer.statusCode() + " " + Http.json(answer).path("code").asString();
    }
}
