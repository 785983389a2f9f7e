package io.examledger.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@StartedPlatform
class OpenApiTest {
    /** Surefire runs in the module's directory. */
    private static final Path CHECKED_IN = Path.of("..", "docs", "openapi.yaml");

    private final Http http;

    @Autowired
    OpenApiTest(@LocalServerPort int port) {
        http = new Http(port);
    }

    /** With {@code -Dexamledger.openapi.write=true} it writes the description instead of checking it. */
    @Test
    void the_checked_in_description_is_what_the_code_says() throws IOException {
        String generated = http.get("/v3/api-docs.yaml").body();
        if (Boolean.getBoolean("examledger.openapi.write")) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(CHECKED_IN, generated);
        }
        assertThat(CHECKED_IN)
                .as("regenerate it: mvn -pl management-platform -am test -Dtest=OpenApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dexamledger.openapi.write=true")
                .hasContent(generated);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/accounts, 201",
        "/api/accounts/{id}/verification, 204",
        "/api/exports, 202",
        "/api/orders, 201",
        "/api/orders/{id}/payment, 200",
        "/api/redeem-codes/bulk, 202",
        "/api/redeem-codes/{id}/regenerate, 200",
        "/api/redeem-codes/{id}/unbind, 204",
        "/api/registrations, 201",
        "/api/subjects, 201",
        "/api/subjects/{code}/price, 204",
        "/api/subjects/{code}/retirement, 204",
        "/api/test-clock, 200"
    })
    void a_post_is_described_with_the_status_it_answers(String path, String status) {
        JsonNode post = described().path("paths").path(path).path("post");
        assertThat(post.path("responses").propertyNames()).containsExactlyInAnyOrder(status, "default");
    }

    @Test
    void every_operation_is_ours_and_describes_its_problems() {
        described().path("paths").forEachEntry((path, operations) -> {
            assertThat(path).startsWith("/api/");
            operations.forEach(operation -> assertThat(
                            operation.at("/responses/default/$ref").asString())
                    .as(path)
                    .isEqualTo("#/components/responses/Problem"));
        });
        JsonNode problem = described().at("/components/schemas/Problem/properties");
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "code", "errors");
        assertThat(problem.at("/errors/items/properties").propertyNames()).containsExactly("field", "message");
    }

    @Test
    void commands_take_a_key_and_answer_with_a_token_that_queries_take() {
        JsonNode order = described().at("/paths/~1api~1orders");
        assertThat(order.at("/post/parameters").findValuesAsString("$ref"))
                .contains("#/components/parameters/Idempotency-Key");
        assertThat(order.at("/post/responses/201/headers").propertyNames())
                .contains("Consistency-Token", "Idempotency-Replayed");
        assertThat(order.at("/get/parameters").findValuesAsString("$ref"))
                .contains("#/components/parameters/Consistency-Token", "#/components/parameters/X-Purpose");
        assertThat(described().at("/paths/~1api~1exports/post/parameters").findValuesAsString("$ref"))
                .contains("#/components/parameters/Idempotency-Key", "#/components/parameters/Consistency-Token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/appointments",
                "/api/audit/figures/{figure}",
                "/api/orders",
                "/api/orders/{id}",
                "/api/orders/{id}/redeem-codes",
                "/api/overview",
                "/api/redeem-codes",
                "/api/redeem-codes/{id}",
                "/api/registrations",
                "/api/statistics/examinees",
                "/api/statistics/subjects"
            })
    @DisplayName("AUD-2 dashboards, orders, codes and appointments can be asked for as of a past instant")
    void a_query_that_has_a_past_takes_an_instant(String path) {
        JsonNode get = described().path("paths").path(path).path("get");
        assertThat(get.path("parameters").findValuesAsString("$ref")).contains("#/components/parameters/asOf");
        assertThat(get.at("/responses/200/headers").propertyNames()).containsExactly("As-Of", "As-Of-Position");
    }

    @Test
    void terms_are_true_or_text_and_nothing_of_the_json_library_shows() {
        JsonNode schemas = described().at("/components/schemas");
        assertThat(schemas.at("/PlaceOrderBody/properties/terms/oneOf").findValuesAsString("type"))
                .containsExactly("boolean", "string");
        assertThat(schemas.propertyNames()).doesNotContain("JsonNode", "ProblemDetail");
    }

    @Test
    void a_figure_is_a_number_or_money() {
        JsonNode value = described().at("/components/schemas/FigureView/properties/value/oneOf");
        assertThat(value.findValuesAsString("type")).containsExactly("integer");
        assertThat(value.findValuesAsString("$ref")).containsExactly("#/components/schemas/Money");
    }

    private JsonNode described() {
        return Http.json(http.get("/v3/api-docs"));
    }

    @Test
    void the_description_and_its_page_are_open_to_everyone() {
        assertThat(http.get("/v3/api-docs").statusCode()).isEqualTo(200);
        assertThat(http.get("/swagger-ui/index.html").body()).contains("Swagger UI");
        assertThat(http.get("/swagger-ui").statusCode()).isIn(200, 302);
    }
}
