package io.examledger.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.endtoend.Await;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One real thing of each kind that belongs to someone, made over HTTP when it is first asked for. A new kind is a method
 * here and a word in {@code endpoint-access.csv}.
 */
final class OwnedThings {
    private final Http nobody;
    private final Tokens tokens;
    private final Http operator;
    private final Http company;
    private final Map<String, Supplier<Owned>> kinds = Map.of(
            "order", this::order,
            "redeem-code", this::redeemCode,
            "bulk-change", this::bulkChange,
            "export", this::export,
            "appointment", this::appointment);
    private final Map<String, Owned> made = new HashMap<>();

    /** @param openToStaff whether operators and auditors see it as well (ACC-4) */
    record Owned(String id, Http owner, boolean openToStaff) {}

    OwnedThings(Http nobody, Tokens tokens) {
        this.nobody = nobody;
        this.tokens = tokens;
        this.operator = nobody.as(tokens.of(Role.OPERATOR));
        this.company = someone(Role.ENTERPRISE);
    }

    /** @throws IllegalArgumentException if there is no such kind */
    Owned of(String kind) {
        Owned known = made.get(kind);
        if (known == null) {
            Supplier<Owned> maker = kinds.get(kind);
            if (maker == null) {
                throw new IllegalArgumentException("nothing of the kind " + kind + " is made here");
            }
            known = maker.get();
            made.put(kind, known);
        }
        return known;
    }

    /** A verified account of its own for those who have one; staff that has asked for nothing else. */
    Http someone(Role role) {
        return switch (role) {
            case ENTERPRISE -> account(role, "CORPORATE", "\"organisation\": \"Owners and Sons\"");
            case EXAMINEE ->
                account(
                        role,
                        "INDIVIDUAL",
                        "\"name\": {\"first\": \"Olga\", \"last\": \"Owner\"}, \"phone\": \"+49 30 1234567\"");
            case OPERATOR, AUDITOR -> nobody.as(tokens.of(role));
        };
    }

    private Http account(Role role, String level, String who) {
        String id = made(operator.post(
                        "/api/accounts",
                        "{%s, \"email\": \"%s@example.net\", \"kind\": \"ROOT\"}".formatted(who, UUID.randomUUID())))
                .required("accountId")
                .stringValue();
        assertThat(operator.post("/api/accounts/" + id + "/verification", "{\"level\": \"" + level + "\"}")
                        .statusCode())
                .isEqualTo(204);
        return nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .subject(id)
                .claim("roles", List.of(role.wireName()))
                .claim("account_id", id)));
    }

    /** Two places of PR000001, paid. */
    private Owned order() {
        String id = made(company.post(
                        "/api/orders",
                        "{\"kind\": \"ENTERPRISE\", \"subject\": \"PR000001\", \"quantity\": 2, \"terms\": true}"))
                .required("orderId")
                .stringValue();
        made(company.post(
                "/api/orders/" + id + "/payment",
                "{\"parts\": [{\"method\": \"BALANCE\", \"amount\": {\"amount\": 20000, \"currency\": \"USD\"}}]}"));
        shown(
                company,
                "/api/orders/" + id,
                order -> order.path("status").asString().equals("PAID"));
        return new Owned(id, company, true);
    }

    private Owned redeemCode() {
        String path = "/api/orders/" + of("order").id() + "/redeem-codes";
        JsonNode codes = shown(company, path, page -> page.path("items").size() == 2);
        return new Owned(codes.at("/items/0/redeemCodeId").stringValue(), company, true);
    }

    private Owned bulkChange() {
        String id = made(company.post(
                        "/api/redeem-codes/bulk", "{\"action\": \"UNBIND\", \"filter\": {\"status\": \"BOUND\"}}"))
                .required("jobId")
                .stringValue();
        shown(company, "/api/redeem-codes/bulk/" + id, job -> job.has("action"));
        return new Owned(id, company, true);
    }

    /** Its file is ready. */
    private Owned export() {
        String id = made(company.post("/api/exports", "{\"resource\": \"orders\", \"format\": \"csv\"}"))
                .required("exportId")
                .stringValue();
        shown(
                company,
                "/api/exports/" + id,
                job -> job.path("status").asString().equals("DONE"));
        return new Owned(id, company, false);
    }

    /** Online, in a month, on an order of the examinee's own. */
    private Owned appointment() {
        Http person = someone(Role.EXAMINEE);
        String order = made(person.post(
                        "/api/orders", "{\"kind\": \"INDIVIDUAL\", \"subject\": \"PR000001\", \"terms\": true}"))
                .required("orderId")
                .stringValue();
        made(person.post(
                "/api/orders/" + order + "/payment",
                "{\"parts\": [{\"method\": \"BALANCE\", \"amount\": {\"amount\": 10000, \"currency\": \"USD\"}}]}"));
        String id = made(person.post("/api/appointments", """
                {"subject": "PR000001", "deliveryMode": "ONLINE_PROCTORED", "start": "%s", "consents": [
                  {"document": "PRIVACY_DISCLOSURE", "version": "2026-11"},
                  {"document": "EXAM_RULES", "version": "2026-11"}]}""".formatted(inAMonth())))
                .required("appointmentId")
                .stringValue();
        return new Owned(id, person, false);
    }

    /** By the clock of the platform, which other tests put forward. */
    private Instant inAMonth() {
        return Instant.parse(
                        Http.json(operator.get("/api/test-clock")).path("now").asString())
                .plus(Duration.ofDays(30));
    }

    private static JsonNode made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Http.json(answer);
    }

    /** Once the read models know it. */
    private static JsonNode shown(Http client, String path, Predicate<JsonNode> ready) {
        return Await.until(() -> Http.json(client.get(path)), ready);
    }
}
