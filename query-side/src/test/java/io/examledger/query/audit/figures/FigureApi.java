package io.examledger.query.audit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Figures and dashboards over HTTP, read by an auditor. */
final class FigureApi {
    private final MockMvc api;

    FigureApi(ReadModels models) {
        api = QueryApi.over(models, new FakeVaults());
    }

    /** @param events positions */
    record Unit(String type, String id, long amount, List<Long> events, List<String> types) {}

    /** All pages of a figure, of which each says the same value. */
    record Whole(long value, List<Unit> units) {
        long sum() {
            return units.stream().mapToLong(Unit::amount).sum();
        }
    }

    MockHttpServletResponse get(String path) throws Exception {
        return api.perform(MockMvcRequestBuilders.get(URI.create(path)).header("As", "auditor"))
                .andReturn()
                .getResponse();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T extends @Nullable Object> T read(String path, String expression) throws Exception {
        MockHttpServletResponse answer = get(path);
        assertThat(answer.getStatus())
                .as("%s: %s", path, answer.getContentAsString())
                .isEqualTo(200);
        return JsonPath.read(answer.getContentAsString(), expression);
    }

    List<String> names() throws Exception {
        return read("/api/audit/figures", "$.items[*].figure");
    }

    /** @param query parameters, without the question mark */
    Whole whole(String figure, String query, int limit) throws Exception {
        String path = "/api/audit/figures/" + figure + "?limit=" + limit + (query.isEmpty() ? "" : "&" + query);
        return from(path);
    }

    /** A page and all that follow. */
    Whole from(String path) throws Exception {
        List<Unit> units = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        String cursor = "";
        do {
            Map<String, @Nullable Object> page = read(path + cursor, "$");
            values.add(number(page.get("value")));
            for (Map<String, Object> item : JsonPath.<List<Map<String, Object>>>read(page, "$.items")) {
                units.add(unit(item));
            }
            Object next = page.get("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(values.stream().distinct()).as(path).hasSize(1);
        return new Whole(values.getFirst(), units);
    }

    private static Unit unit(Map<String, Object> item) {
        return new Unit(
                JsonPath.read(item, "$.unit.type"),
                JsonPath.read(item, "$.unit.id"),
                item.containsKey("amount") ? number(item.get("amount")) : 1,
                JsonPath.<List<Number>>read(item, "$.events[*].position").stream()
                        .map(Number::longValue)
                        .toList(),
                JsonPath.read(item, "$.events[*].type"));
    }

    /** Of money its amount; nothing is nothing. */
    static long number(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        Object number = value instanceof Map<?, ?> money ? money.get("amount") : value;
        return ((Number) Objects.requireNonNull(number)).longValue();
    }
}
