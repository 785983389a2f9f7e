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
import tools.jackson.databind.JsonNode;

@StartedPlatform
@Import(ProbeController.class)
class CommandContextTest {
    private final Http http;

    @Autowired
    CommandContextTest(@LocalServerPort int port, ApplicationContext context) {
        http = new Http(port).as(new Tokens(context).of(Role.OPERATOR));
    }

    @Test
    void the_command_context_names_the_request_its_key_and_its_fingerprint() {
        JsonNode first = context("key-1", "{}");
        assertThat(first.path("key").asString()).isEqualTo("key-1");
        assertThat(first.path("correlationId").asString()).hasSize(36);
        assertThat(context("key-1", "{}").path("fingerprint")).isEqualTo(first.path("fingerprint"));
        assertThat(context("key-1", "{ }").path("fingerprint")).isNotEqualTo(first.path("fingerprint"));
        assertThat(Http.json(http.post("/probe/context", "{}")).path("key").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"' '", "a\tb", "ü"})
    void an_idempotency_key_that_is_not_plain_text_is_refused(String key) {
        String sent = key.equals("ü") ? "k".repeat(201) : key;
        HttpResponse<String> answer = http.send(
                http.request("/probe/context").header("Idempotency-Key", sent).POST(BodyPublishers.noBody()));
        assertProblem(answer, 400, "request.invalid");
    }

    @Test
    void an_export_takes_the_same_keys_as_a_command() {
        HttpResponse<String> answer = http.send(http.request("/api/exports")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k".repeat(201))
                .POST(BodyPublishers.ofString("{\"resource\":\"orders\",\"format\":\"csv\"}")));
        assertProblem(answer, 400, "request.invalid");
    }

    private JsonNode context(String key, String body) {
        return Http.json(http.send(http.request("/probe/context")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))));
    }
}
