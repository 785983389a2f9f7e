package io.examledger.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.proof.Verifier;
import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@StartedPlatform
@DisplayName("AUD-4 an auditor takes away what it takes to check the log without the system")
class LedgerTest {
    private static final String LEDGER = "/api/audit/ledger/";

    private final Http auditor;
    private final Http operator;
    private final Path anchors;

    @TempDir
    private Path directory;

    @Autowired
    LedgerTest(@LocalServerPort int port, ApplicationContext context) {
        Tokens tokens = new Tokens(context);
        auditor = new Http(port).as(tokens.of(Role.AUDITOR));
        operator = new Http(port).as(tokens.of(Role.OPERATOR));
        anchors = Path.of(context.getEnvironment().getRequiredProperty("examledger.data-dir"), "ledger-heads.jsonl");
    }

    private HttpResponse<String> got(String path) {
        HttpResponse<String> answer = auditor.get(LEDGER + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String kept(String file, String path) throws IOException {
        return Files.writeString(directory.resolve(file), got(path).body()).toString();
    }

    private static String verifier(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Verifier(new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void somethingHappens() {
        HttpResponse<String> answer = operator.post("/api/sites", """
                {"name": "Proven", "address": "1 Ledger Lane", "zone": "UTC"}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void an_export_is_what_the_head_says_and_goes_on_where_an_earlier_head_ended() throws IOException {
        String older = kept("older.json", "head");
        somethingHappens();
        String head = kept("head.json", "head");
        String log = kept("log.jsonl", "log");
        JsonNode signed = Http.json(got("head"));
        String key = signed.path("publicKey").asString();

        assertThat(verifier("verify", "--log", log, "--head", head, "--older-head", older, "--key", key))
                .endsWith("INTACT\n");
        String proof = kept("consistency.json", "consistency?from=" + sizeIn(older) + "&to=" + sizeIn(head));
        assertThat(verifier("consistency", "--proof", proof, "--older-head", older, "--head", head, "--key", key))
                .endsWith("INTACT\n");
        Files.writeString(Path.of(log), Files.readString(Path.of(log)).replaceFirst("PR000001", "PR000009"));
        assertThat(verifier("verify", "--log", log, "--head", head)).contains("BROKEN at position", ": CHANGED:");
    }

    private static long sizeIn(String file) throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(Path.of(file)))
                .path("size")
                .asLong();
    }

    @Test
    void a_part_of_the_log_is_those_lines() {
        List<String> all = got("log").body().lines().toList();

        assertThat(got("log?from=3&to=5").body().lines()).isEqualTo(all.subList(2, 5));
        assertThat(got("log").headers().firstValue("Content-Type")).hasValue("application/jsonl");
    }

    @Test
    void an_event_is_proven_to_whoever_sees_nothing_else() throws IOException {
        JsonNode event = Http.json(got("log?from=7&to=7"));
        String proof = kept("proof.json", "proofs/" + event.path("eventId").asString());

        assertThat(verifier("proof", "--proof", proof))
                .contains("position 7 of")
                .endsWith("INTACT\n");
        assertThat(Http.json(got("proofs/" + event.path("eventId").asString()))
                        .path("event")
                        .path("payload"))
                .isEqualTo(event.path("payload"));
    }

    /** At the latest an hour after something happened. */
    private void anHourPasses() {
        HttpResponse<String> answer = operator.post("/api/test-clock", "{\"advance\": \"PT1H\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void heads_are_anchored_in_a_file_beside_the_database() throws IOException {
        anHourPasses();
        List<String> lines = Files.readAllLines(anchors);
        JsonNode listed = Http.json(got("heads?limit=500")).path("items");

        assertThat(lines).isNotEmpty();
        String first = lines.getFirst();
        JsonNode oldest = listed.get(listed.size() - 1);
        assertThat(oldest.path("checkpoint").asString())
                .isEqualTo(new JsonMapper().readTree(first).path("checkpoint").asString());
        String log = kept("log.jsonl", "log");
        String head = kept("head.json", "head");
        assertThat(verifier("verify", "--log", log, "--head", head, "--older-head", anchors.toString()))
                .endsWith("INTACT\n");
    }

    @Test
    void verification_answers_with_the_result_and_a_repeat_with_the_same() {
        HttpResponse<String> first = verify("verify-all", "{}");
        JsonNode result = Http.json(first);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(result.path("status").asString()).isEqualTo("INTACT");
        assertThat(result.path("eventsDone")).isEqualTo(result.path("eventsTotal"));
        assertThat(result.has("faultAt")).isFalse();

        somethingHappens();
        HttpResponse<String> repeat = verify("verify-all", "{}");
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(verify("verify-all", "{\"from\": 2}").statusCode()).isEqualTo(422);
        assertThat(got("verification/" + result.path("verificationId").asString())
                        .body())
                .isEqualTo(first.body());
        JsonNode part = Http.json(verify("verify-part", "{\"from\": 3, \"to\": 9}"));
        assertThat(part.path("eventsDone").asLong()).isEqualTo(7);
        assertThat(auditor.post(LEDGER + "verification", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> verify(String key, String body) {
        return auditor.send(auditor.request(LEDGER + "verification")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void the_key_is_its_owners_only_and_health_and_metrics_tell_how_the_ledger_is() {
        assertThat(anchors.resolveSibling("ledger-key.pem"))
                .satisfies(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                        .isEqualTo("rw-------"));
        anHourPasses();
        String metrics = auditor.get("/actuator/prometheus").body();
        assertThat(metrics)
                .contains("examledger_ledger_contradicts 0.0")
                .contains("examledger_ledger_broken 0.0")
                .contains("examledger_ledger_anchors_failing 0.0")
                .doesNotContain("examledger_ledger_anchored_size 0.0");
        assertThat(auditor.get("/actuator/health").statusCode()).isEqualTo(200);
    }
}
