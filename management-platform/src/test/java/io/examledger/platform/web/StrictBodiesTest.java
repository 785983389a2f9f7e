package io.examledger.platform.web;

import static io.examledger.platform.web.Answered.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
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
class StrictBodiesTest {
    private static final String GOOD = """
            {"text": "a", "count": 3, "when": "2026-01-01T00:00:00Z", "role": "AUDITOR", "parts": [{"amount": 5}]}
            """;
    private final Http http;

    @Autowired
    StrictBodiesTest(@LocalServerPort int port, ApplicationContext context) {
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
}
