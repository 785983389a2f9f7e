package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Many codes are changed at once. */
class BulkChangeTest {
    private static final String PATH = "/api/redeem-codes/bulk";

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    @DisplayName(
            "COD-3, COD-4, PLT-5: bound codes are taken back, unused ones regenerated, and everything else says so")
    void codes_are_changed_by_filter(String database) {
        Supplier<RunningPlatform> start = database.equals("H2") ? RunningPlatform::onH2 : RunningPlatform::onPostgres;
        try (RunningPlatform platform = start.get()) {
            BulkChanges bulk = new BulkChanges(platform.enterprise);
            String order = platform.order(6);
            List<JsonNode> codes = platform.codes(order, 6);
            Http first = platform.examinee();
            bind(first, codes.get(0));
            bind(platform.examinee(), codes.get(1));
            bind(platform.examinee(), codes.get(2));
            String filter = "{\"order\": \"" + order + "\", \"status\": \"BOUND\"}";

            Http other = platform.company("Others", "others@example.com");
            String foreign = new BulkChanges(other).request("{\"action\": \"UNBIND\", \"filter\": " + filter + "}");
            assertThat(new BulkChanges(other)
                            .awaitDone(foreign)
                            .required("total")
                            .intValue())
                    .isZero();
            Exchange.of(404, platform.enterprise.get(PATH + "/" + foreign));
            assertThat(counts(platform)).isEqualTo("6 codes: 3 unused, 3 bound");

            String job = requestTwice(platform.enterprise, "{\"action\": \"UNBIND\", \"filter\": " + filter + "}");
            assertThat(BulkChanges.summary(bulk.awaitDone(job))).isEqualTo("UNBIND of 3: 3 done, 0 skipped []");
            Exchange.of(404, other.get(PATH + "/" + job));
            Exchange.of(200, platform.operator.get(PATH + "/" + job));
            Await.until(() -> counts(platform), "6 codes: 6 unused, 0 bound"::equals);
            assertThat(Exchange.itemsSoFar(platform.enterprise.get("/api/redeem-codes?status=BOUND")))
                    .isEmpty();

            bind(first, codes.get(5));
            String regenerated = bulk.request("{\"action\": \"REGENERATE\", \"filter\": {}}");
            assertThat(BulkChanges.summary(bulk.awaitDone(regenerated)))
                    .isEqualTo(
                            "REGENERATE of 6: 5 done, 1 skipped [{\"code\":\"redeem-code.not-unused\",\"count\":1}]");
            Exchange.of(409, register(platform.examinee(), codes.get(0)));
            JsonNode found = Exchange.itemsSoFar(
                            platform.enterprise.get("/api/redeem-codes?redeemCode=" + string(codes.get(0))))
                    .getFirst();
            assertThat(string(found)).isNotEqualTo(string(codes.get(0)));
            bind(platform.examinee(), found);
        }
    }

    /** A job is done before the projection of the codes has seen it all, so the numbers may be a moment behind. */
    private static String counts(RunningPlatform platform) {
        JsonNode codes = Exchange.of(200, platform.enterprise.get("/api/overview"))
                .json()
                .required("redeemCodes");
        return "%d codes: %d unused, %d bound"
                .formatted(
                        codes.required("purchased").intValue(),
                        codes.required("unused").intValue(),
                        codes.required("bound").intValue());
    }

    private static String requestTwice(Http enterprise, String body) {
        Supplier<HttpResponse<String>> request = () -> enterprise.send(enterprise
                .request(PATH)
                .header("Idempotency-Key", "twice")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        String job = Exchange.of(202, request.get()).at("jobId");
        Exchange again = Exchange.of(202, request.get());
        assertThat(again.answer().headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.at("jobId")).isEqualTo(job);
        return job;
    }

    private static void bind(Http person, JsonNode code) {
        Exchange.of(201, register(person, code));
    }

    private static HttpResponse<String> register(Http person, JsonNode code) {
        return person.post("/api/registrations", """
                {"subject": "PR000001", "redeemCode": "%s"}""".formatted(string(code)));
    }

    private static String string(JsonNode code) {
        return code.required("redeemCode").stringValue();
    }

    @Test
    void bad_input_is_refused_with_the_field_at_fault() {
        try (RunningPlatform platform = RunningPlatform.onH2()) {
            assertBad(platform, "{\"filter\": {}}", "action");
            assertBad(platform, "{\"action\": \"DELETE\", \"filter\": {}}", "action");
            assertBad(platform, "{\"action\": \"UNBIND\"}", "filter");
            assertBad(platform, "{\"action\": \"UNBIND\", \"filter\": {\"state\": \"BOUND\"}}", "filter.state");
            assertBad(platform, "{\"action\": \"UNBIND\", \"filter\": {\"status\": \"USED\"}}", "filter.status");
            assertBad(platform, "{\"action\": \"UNBIND\", \"filter\": {\"redeemCode\": \"ABC\"}}", "filter.redeemCode");
        }
    }

    private static void assertBad(RunningPlatform platform, String body, String field) {
        JsonNode problem =
                Exchange.of(400, platform.enterprise.post(PATH, body)).json();
        assertThat(problem.required("errors").required(0).required("field").stringValue())
                .as(body)
                .isEqualTo(field);
    }
}
