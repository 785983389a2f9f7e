package io.examledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.Commands;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.command.Throttled;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@StartedPlatform
@Import(ProblemsTest.ProbeController.class)
class ProblemsTest {
    private static final String GOOD = """
            {"text": "a", "count": 3, "when": "2026-01-01T00:00:00Z", "role": "AUDITOR", "parts": [{"amount": 5}]}
            """;
    private final Http http;

    @Autowired
    ProblemsTest(@LocalServerPort int port, ApplicationContext context) {
        http = new Http(port).as(new Tokens(context).of(Role.OPERATOR));
    }

    @Test
    void a_good_body_is_taken() {
        assertThat(http.post("/probe/body", GOOD).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{2}: {0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"text\": \"a\"`  | `\"text\": \"a\", \"more\": 1`                  | more            | no such field",
                "`\"text\": \"a\"`  | `\"text\": \"a\", \"text\": \"b\"`              | body            | twice",
                "`\"text\": \"a\"`  | `\"text\": 7`                                   | text            | text",
                "`\"text\": \"a\"`  | `\"text\": null`                                | text            | null",
                "`\"text\": \"a\",` | ``                                              | text            | required",
                "`\"text\": \"a\"`  | `\"text\": \"a\\u0000b\"`                       | text            | NUL",
                "`\"text\": \"a\"`  | `\"text\": \"\\ud800\"`                          | text            | surrogate",
                "`\"text\": \"a\"`  | `\"text\": \"\\udc00\\ud800\"`                    | text            | surrogate",
                "`\"text\": \"a\"`  | `\"text\": \"a\", \"labels\": {\"\\u0000\": \"x\"}` | labels        | NUL",
                "`\"text\": \"a\"`  | `\"text\": \"a\", \"account\": {\"value\": \" \"}`           | account         | letters",
                "`\"count\": 3`     | `\"count\": \"3\"`                              | count           | whole number",
                "`\"count\": 3`     | `\"count\": 3.5`                                | count           | whole number",
                "`\"count\": 3`     | `\"count\": true`                               | count           | whole number",
                "`\"count\": 3`     | `\"count\": null`                               | count           | null",
                "`\"count\": 3`     | `\"count\": 99999999999`                        | count           | range",
                "`, \"count\": 3`   | ``                                              | count           | required",
                "`\"AUDITOR\"`      | `\"KING\"`                                      | role            | one of",
                "`\"AUDITOR\"`      | `1`                                             | role            | one of",
                "`\"AUDITOR\"`      | `\"\"`                                          | role            | one of",
                "`\"2026-01-01T00:00:00Z\"` | `\"soon\"`                              | when            | ISO 8601",
                "`\"2026-01-01T00:00:00Z\"` | `1767225600`                            | when            | ISO 8601",
                "`{\"amount\": 5}`  | `{\"amount\": -5}`                              | parts[0]        | positive",
                "`{\"amount\": 5}`  | `null`                                          | parts[0]        | null",
                "`{\"amount\": 5}`  | `{\"amount\": 5}, {\"amount\": \"x\"}`          | parts[1].amount | whole number",
                "`[{\"amount\": 5}]`| `{\"amount\": 5}`                               | parts           | a list",
                "`}]}`              | `}]} {}`                                        | body            | follows",
                "`}]}`              | `}]`                                            | body            | JSON"
            })
    void bad_input_is_refused_with_the_field_and_what_is_wrong_with_it(
            String good, String bad, String field, String says) {
        HttpResponse<String> answer = http.post("/probe/body", GOOD.replace(good, bad));
        assertProblem(answer, 400, "request.invalid");
        JsonNode error = Http.json(answer).path("errors").path(0);
        assertThat(error.path("field").asString()).startsWith(field);
        assertThat(error.path("message").asString()).contains(says);
    }

    @ParameterizedTest
    @CsvSource({"'',400", "[],400", "nonsense,400", "'\"text\"',400", "null,400"})
    void what_is_no_object_is_refused(String body, int status) {
        assertProblem(http.post("/probe/body", body), status, "request.invalid");
    }

    @Test
    void a_body_nested_without_end_is_refused() {
        assertProblem(http.post("/probe/body", "[".repeat(100_000)), 400, "request.invalid");
    }

    @Test
    void half_a_surrogate_pair_sent_as_raw_bytes_is_refused() {
        byte[] body = GOOD.replace("\"a\"", "\"#\"").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        java.io.ByteArrayOutputStream raw = new java.io.ByteArrayOutputStream();
        for (byte b : body) {
            raw.writeBytes(b == '#' ? new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80} : new byte[] {b});
        }
        HttpResponse<String> answer = http.send(http.request("/probe/body")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(raw.toByteArray())));
        assertProblem(answer, 400, "request.invalid");
    }

    @Test
    void more_than_a_mebibyte_is_refused_however_it_is_sent() {
        byte[] large = "x".repeat(2 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (var publisher : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            HttpResponse<String> answer = http.send(http.request("/probe/body")
                    .header("Content-Type", "application/json")
                    .POST(publisher));
            assertProblem(answer, 413, "request.too-large");
        }
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

    private JsonNode context(String key, String body) {
        return Http.json(http.send(http.request("/probe/context")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Http.json(answer).path("code").asString()).isEqualTo(code);
        assertThat(Http.json(answer).path("detail").asString()).isNotBlank();
    }

    /** Endpoints that do nothing but go wrong. */
    @RestController
    @RolesAllowed("OPERATOR")
    static class ProbeController {
        record Part(int amount) {
            Part {
                if (amount <= 0) {
                    throw new IllegalArgumentException("an amount is positive");
                }
            }
        }

        record Body(
                String text,
                int count,
                Instant when,
                Role role,
                List<Part> parts,
                @Nullable Map<String, String> labels,
                @Nullable AccountId account) {}

        record Seen(
                String correlationId,
                @Nullable String key,
                @Nullable String fingerprint) {}

        @PostMapping("/probe/body")
        Body body(@RequestBody Body body) {
            return body;
        }

        @GetMapping("/probe/search")
        int search(@RequestParam int limit, @RequestParam(required = false) @Nullable String text) {
            return limit;
        }

        @GetMapping("/probe/accounts/{id}")
        String account(@PathVariable AccountId id) {
            return id.value();
        }

        @PostMapping("/probe/context")
        Seen context(CommandContext context) {
            Idempotency idempotency = context.idempotency();
            return idempotency == null
                    ? new Seen(context.correlationId(), null, null)
                    : new Seen(context.correlationId(), idempotency.key(), idempotency.fingerprint());
        }

        @GetMapping("/probe/fail/{what}")
        AccountId fail(@PathVariable String what) {
            if (what.equals("value")) {
                return new AccountId(" ");
            }
            throw switch (what) {
                case "not-found" -> new Refused(new Refusal.NotFound("thing.unknown", "There is no such thing."));
                case "forbidden" -> new Refused(new Refusal.Forbidden("thing.forbidden", "Not for you."));
                case "conflict" -> new Refused(new Refusal.Conflict("thing.taken", "It is taken."));
                case "invalid" -> new Refused(new Refusal.Invalid("thing.invalid", "Must be odd.", "number"));
                case "reused" -> new Commands.IdempotencyKeyReused();
                case "lost-race" -> new ConcurrencyException("secret");
                case "outcome-unknown" -> new Commands.OutcomeUnknown(new IllegalStateException("secret"));
                case "throttled" -> new Throttled(Duration.ofMillis(2_001));
                default -> new IllegalArgumentException("secret");
            };
        }
    }
}
