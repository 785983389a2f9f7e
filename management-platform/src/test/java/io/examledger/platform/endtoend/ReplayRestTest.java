package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Replays as auditors and operators ask for them, of whatever other tests have left in the log. */
@StartedPlatform
class ReplayRestTest {
    private final Http auditor;
    private final Http operator;

    @Autowired
    ReplayRestTest(@LocalServerPort int port, ApplicationContext context) {
        Tokens tokens = new Tokens(context);
        auditor = new Http(port).as(tokens.of(Role.AUDITOR));
        operator = new Http(port).as(tokens.of(Role.OPERATOR));
    }

    @Test
    @DisplayName("AUD-3 PLT-5 every read model is equal to its history, and can be exchanged for a rebuilt one")
    void replayed_read_models_are_equal_and_can_take_the_place_of_the_served_ones() {
        assertEqual(done(auditor, "{}"));

        HttpResponse<String> overview = auditor.get("/api/overview");
        JsonNode swapped = done(operator, "{\"swap\": true}");
        assertEqual(swapped);
        assertThat(swapped.required("swapped").booleanValue()).isTrue();
        assertThat(auditor.get("/api/overview").body()).isEqualTo(overview.body());
        assertEqual(done(auditor, "{\"projections\": [\"overview\", \"bills\"]}"));
    }

    @Test
    @DisplayName("ACC-4 an auditor compares and changes nothing")
    void auditor_may_not_swap() {
        HttpResponse<String> refused = auditor.post("/api/audit/replays", "{\"swap\": true}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Http.json(refused).required("detail").stringValue()).contains("ask again without swap");
    }

    @Test
    void unknown_projection_is_refused_with_the_known_ones() {
        HttpResponse<String> refused = auditor.post("/api/audit/replays", "{\"projections\": [\"bill\"]}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("bills", "overview");
    }

    @Test
    void repeated_request_is_the_same_replay() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = keyed(key, "{\"projections\": [\"sites\"]}");
        HttpResponse<String> second = keyed(key, "{\"projections\": [\"sites\"]}");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(Http.json(second).required("replayId"))
                .isEqualTo(Http.json(first).required("replayId"));
        assertThat(keyed(key, "{}").statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> keyed(String key, String body) {
        return auditor.send(auditor.request("/api/audit/replays")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode done(Http who, String request) {
        HttpResponse<String> accepted = who.post("/api/audit/replays", request);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String replay =
                "/api/audit/replays/" + Http.json(accepted).required("replayId").stringValue();
        JsonNode done = Await.until(
                () -> Http.json(who.get(replay)),
                state -> !state.required("finishedAt").isNull());
        assertThat(done.required("status").stringValue()).as(done.toString()).isEqualTo("DONE");
        return done;
    }

    private static void assertEqual(JsonNode replay) {
        assertThat(replay.required("differences")).as(replay.toString()).isEmpty();
        assertThat(replay.required("tables")).isNotEmpty().allSatisfy(table -> {
            assertThat(table.required("equal").booleanValue())
                    .as(table.toString())
                    .isTrue();
            assertThat(table.required("live")).isEqualTo(table.required("rebuilt"));
        });
    }
}
