package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company's two codes: one is sat, one is refunded. Then an auditor reads how that came about. */
@StartedPlatform
class HistoryTest {
    /** As a word of its own: fractions of a second and hashes have such digits too, now and then. */
    private static final String SCORE = "\\b321\\b";

    private final Tokens tokens;
    private final Http nobody;
    private final Http operator;
    private final Http auditor;
    private String holder = "";

    @Autowired
    HistoryTest(@LocalServerPort int port, ApplicationContext context) {
        tokens = new Tokens(context);
        nobody = new Http(port);
        operator = nobody.as(tokens.of(Role.OPERATOR));
        auditor = nobody.as(tokens.of(Role.AUDITOR));
    }

    @Test
    @DisplayName("AUD-1, ACC-4, RES-1 timelines, explanations and who was shown whose name, of one story")
    void a_story_is_read_again() {
        Http company = account("\"organisation\": \"Lorbeer and Sons\"", "CORPORATE", Role.ENTERPRISE);
        Http person = account("\"name\": {\"first\": \"Quirin\", \"last\": \"Lorbeer\"}", "INDIVIDUAL", Role.EXAMINEE);
        String order = Exchange.of(201, company.post("/api/orders", """
                {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": 2, "terms": true}""")).at("orderId");
        Exchange.of(200, company.post("/api/orders/" + order + "/payment", RunningPlatform.payment(2)));
        advance("PT0S");
        List<JsonNode> codes = Exchange.itemsSoFar(company.get("/api/orders/" + order + "/redeem-codes"));
        String code = codes.getFirst().required("redeemCodeId").stringValue();
        String clear = codes.getFirst().required("redeemCode").stringValue();
        String registration = Exchange.of(201, person.post("/api/registrations", """
                {"subject": "PR000001", "redeemCode": "%s"}""".formatted(clear)))
                .at("registrationId");
        Exchange.of(202, company.post("/api/orders/" + order + "/refund", "{}"));
        advance("PT0S");
        String appointment = sit(person);

        check(order, code, registration, appointment, clear);
        holdsBack(appointment);
        exports(company, order);
        reads(code);
    }

    private String sit(Http person) {
        Exchange made =
                Exchange.of(201, person.post("/api/appointments", """
                {"subject": "PR000001", "deliveryMode": "ONLINE_PROCTORED", "start": "%s", "consents": [
                  {"document": "PRIVACY_DISCLOSURE", "version": "2026-11"},
                  {"document": "EXAM_RULES", "version": "2026-11"}]}""".formatted(now().plus(Duration.ofMinutes(5)))));
        String path = "/api/appointments/" + made.at("appointmentId");
        Exchange.of(200, person.post(path + "/launch", """
                {"authorizationCode": "%s"}""".formatted(made.at("authorizationCode"))));
        Exchange.of(200, operator.post(path + "/check-in", """
                {"identityDocuments": [{"type": "PASSPORT", "firstName": "Quirin", "lastName": "Lorbeer"},
                  {"type": "BANK_CARD", "firstName": "Quirin", "lastName": "Lorbeer"}]}"""));
        Exchange.of(204, operator.post(path + "/result", "{\"outcome\": \"FAIL\", \"score\": 321}"));
        advance("PT0S");
        return made.at("appointmentId");
    }

    /** What leaves the house says nothing of the result before its release, and can be checked all the same. */
    private void holdsBack(String appointment) {
        String recorded = auditor.get("/api/audit/ledger/log")
                .body()
                .lines()
                .filter(line -> line.contains("exam-result.recorded") && line.contains(appointment))
                .findFirst()
                .orElseThrow();
        assertThat(recorded)
                .contains("contentHash")
                .doesNotContain("FAIL", "payload")
                .doesNotContainPattern(SCORE);
        JsonNode proof = Exchange.of(
                        200,
                        auditor.get("/api/audit/ledger/proofs/"
                                + JsonMapper.shared()
                                        .readTree(recorded)
                                        .required("eventId")
                                        .stringValue()))
                .json();
        assertThat(proof.toString()).contains("contentHash").doesNotContain("FAIL");
    }

    private void check(String order, String code, String registration, String appointment, String clear) {
        List<String> types = types("/api/audit/orders/" + order + "/timeline?limit=500");
        assertThat(types)
                .startsWith("order.placed")
                .contains(
                        "order.purchased",
                        "redeem-code.bound",
                        "refund.settled",
                        "order.refunded",
                        "appointment.scheduled")
                .contains("balance.debited", "balance.credited");
        assertThat(types("/api/audit/redeem-codes/" + code + "/timeline"))
                .startsWith("redeem-code.issued")
                .contains("candidacy.registration-opened", "appointment.scheduled", "redeem-code.scheduled");
        String sat = Exchange.of(200, auditor.get("/api/audit/appointments/" + appointment + "/timeline"))
                .answer()
                .body();
        assertThat(sat)
                .contains("exam-result.recorded", "exam-session.seat-taken")
                .doesNotContain("FAIL")
                .doesNotContainPattern(SCORE);
        assertThat(explained("orders/" + order)).contains("REF-3", "goes back by payment method", "PARTIALLY_REFUNDED");
        assertThat(explained("redeem-codes/" + code)).contains("COD-5", "SCHEDULED");
        assertThat(explained("appointments/" + appointment)).contains("Pending").doesNotContain("FAIL");
        assertThat(explained("registrations/" + registration))
                .contains("is pending until", "Known once the pending result is released")
                .doesNotContain("FAIL");
        String all = Exchange.of(200, auditor.get("/api/audit/events?limit=500"))
                .answer()
                .body();
        assertThat(all).doesNotContain("Quirin", "Lorbeer", clear, clear.replace("-", ""));
    }

    private void exports(Http company, String order) {
        String body = "{\"resource\": \"audit-events\", \"format\": \"csv\", \"filter\": {\"id\": \"" + order + "\"}}";
        Exchange.of(403, company.post("/api/exports", body));
        String id = Exchange.of(202, auditor.post("/api/exports", body)).at("exportId");
        Await.until(
                () -> Exchange.of(200, auditor.get("/api/exports/" + id)).at("status"),
                status -> status.equals("DONE"));
        assertThat(Exchange.of(200, auditor.get("/api/exports/" + id + "/file"))
                        .answer()
                        .body())
                .contains(",order.placed,", ",order.refunded,");
    }

    /** The first answer shows the holder's name; it is in the history once, under the request's own id. */
    private void reads(String code) {
        String request = "audit-" + UUID.randomUUID();
        HttpResponse<String> shown = auditor.send(auditor.request("/api/redeem-codes/" + code)
                .header("X-Request-Id", request)
                .header("X-Purpose", "case-7"));
        assertThat(Exchange.of(200, shown).answer().body()).contains("Quirin Lorbeer");

        List<JsonNode> kept = Await.until(
                () -> Exchange.itemsSoFar(auditor.get("/api/audit/events?correlation=" + request)),
                events -> !events.isEmpty());
        assertThat(kept).singleElement().satisfies(event -> {
            assertThat(event.required("type").stringValue()).isEqualTo("personal-data.read");
            assertThat(event.required("actor").stringValue()).isEqualTo("someone");
            assertThat(event.required("summary").stringValue())
                    .isEqualTo("The names of 1 account were shown to someone, by GET /api/redeem-codes/" + code
                            + ", for case-7.");
        });
        assertThat(types("/api/audit/accounts/" + holder + "/timeline?limit=500"))
                .endsWith("personal-data.read");
        assertThat(auditor.get("/actuator/prometheus").body())
                .containsPattern("(?m)^examledger_personal_data_shown_total [1-9]");
    }

    private List<String> types(String path) {
        return Exchange.itemsSoFar(auditor.get(path)).stream()
                .map(event -> event.required("type").stringValue())
                .toList();
    }

    private String explained(String thing) {
        return Exchange.of(200, auditor.get("/api/audit/" + thing + "/explanation"))
                .answer()
                .body();
    }

    private Http account(String who, String level, Role role) {
        String id = Exchange.of(201, operator.post("/api/accounts", """
                {%s, "email": "%s@example.org", "kind": "ROOT"}""".formatted(who, UUID.randomUUID())))
                .at("accountId");
        Exchange.of(204, operator.post("/api/accounts/" + id + "/verification", "{\"level\": \"" + level + "\"}"));
        holder = id;
        return nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .subject(id)
                .claim("roles", List.of(role.wireName()))
                .claim("account_id", id)));
    }

    private Instant now() {
        return Instant.parse(Exchange.of(200, operator.get("/api/test-clock")).at("now"));
    }

    /** Answers when all that was due is done and can be read. */
    private void advance(String by) {
        Exchange.of(200, operator.post("/api/test-clock", "{\"advance\": \"" + by + "\"}"));
    }
}
