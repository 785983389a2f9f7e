package io.examledger.query.audit;

import com.jayway.jsonpath.JsonPath;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The history over HTTP, read by an auditor at a time of the test's choice. */
final class AuditApi implements AutoCloseable {
    private final ReadModels models;
    private final MockMvc api;
    private Instant now = Instant.parse("2026-02-01T00:00:00Z");

    AuditApi(Database database) {
        models = ReadModels.all(database);
        api = QueryApi.over(models, new FakeVaults(), accounts -> {}, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        });
    }

    AuditApi at(Instant instant) {
        now = instant;
        return this;
    }

    AuditApi given(List<?> events) {
        models.given(events);
        return this;
    }

    AuditApi given(Object... events) {
        return given(List.of(events));
    }

    /** What is given after this was recorded then, and caused so. */
    AuditApi caused(Instant recordedAt, String actor, String correlationId) {
        models.log().caused(recordedAt, actor, correlationId);
        return this;
    }

    MockHttpServletResponse get(String path) throws Exception {
        return api.perform(MockMvcRequestBuilders.get(URI.create(path)).header("As", "auditor"))
                .andReturn()
                .getResponse();
    }

    /** What a JSON path finds in the answer. */
    List<String> read(String path, String jsonPath) throws Exception {
        return JsonPath.read(get(path).getContentAsString(), jsonPath);
    }

    /** Null on the last page. */
    @Nullable
    String nextCursor(String path) throws Exception {
        return JsonPath.read(get(path).getContentAsString(), "$.nextCursor");
    }

    List<String> types(String path) throws Exception {
        return read(path, "$.items[*].type");
    }

    List<Integer> positions(String path) throws Exception {
        return JsonPath.read(get(path).getContentAsString(), "$.items[*].position");
    }

    /** The answer to one topic, with the rule in front. */
    String answer(String path, String topic) throws Exception {
        List<String> rules = read(path, "$.items[?(@.topic == '" + topic + "')].rule");
        List<String> answers = read(path, "$.items[?(@.topic == '" + topic + "')].answer");
        return rules.getFirst() + " " + answers.getFirst();
    }

    List<String> decidedBy(String path, String topic) throws Exception {
        return read(path, "$.items[?(@.topic == '" + topic + "')].decidedBy[*].type");
    }

    @Override
    public void close() {
        models.close();
    }
}
