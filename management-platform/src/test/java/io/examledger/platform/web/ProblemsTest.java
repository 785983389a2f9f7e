package io.examledger.platform.web;

import static io.examledger.platform.web.Answered.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@StartedPlatform
@Import(ProbeController.class)
class ProblemsTest {
    private final Http http;

    @Autowired
    ProblemsTest(@LocalServerPort int port, ApplicationContext context) {
        http = new Http(port).as(new Tokens(context).of(Role.OPERATOR));
    }

    @Test
    void the_frameworks_refusals_are_problems_too() {
        assertProblem(http.get("/probe/nothing-here"), 404, "request.unknown-path");
        assertThat(Http.json(http.post("/api/nope", "{}")).path("detail").asString())
                .startsWith("There is nothing at this address");
        assertProblem(http.get("/probe/body"), 405, "request.method-not-allowed");
        assertProblem(
                http.send(http.request("/probe/body")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                415,
                "request.unsupported-media-type");
        assertProblem(http.get("/probe/search?limit=many"), 400, "request.invalid");
        assertProblem(http.get("/probe/search?limit=5&text=%00"), 400, "request.invalid");
        assertProblem(http.get("/probe/search"), 400, "request.invalid");
        assertProblem(http.get("/probe/accounts/" + "x".repeat(65)), 400, "request.invalid");
        assertProblem(http.get("/probe/accounts/%00"), 400, "request.invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "not-found,404,thing.unknown",
        "forbidden,403,thing.forbidden",
        "conflict,409,thing.taken",
        "invalid,400,thing.invalid",
        "reused,422,idempotency-key.reused",
        "lost-race,409,conflict.lost-race",
        "value,400,request.invalid",
        "outcome-unknown,503,outcome.unknown",
        "no-database,503,unavailable",
        "throttled,429,throttled",
        "bug,500,internal"
    })
    void refusals_and_failures_have_their_status_and_code(String what, int status, String code) {
        HttpResponse<String> answer = http.get("/probe/fail/" + what);
        assertProblem(answer, status, code);
        assertThat(answer.body()).doesNotContain("secret", "Exception", "at io.");
        if (status == 429 || status == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).hasValue(status == 429 ? "3" : "1");
        }
    }

    @Test
    void a_failure_can_be_found_in_the_log_by_the_id_the_client_sent() {
        HttpResponse<String> answer = http.send(http.request("/probe/fail/bug").header("X-Request-Id", "my-id.1"));
        assertThat(Http.json(answer).path("correlationId").asString()).isEqualTo("my-id.1");
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("my-id.1");
    }
}
