package io.examledger.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A year passes in one request, and everything that was due in it has happened at its time. */
@StartedPlatform
class DueWorkTest {
    private final Http nobody;
    private final Http operator;
    private final Tokens tokens;
    private final JdbcClient jdbc;

    @Autowired
    DueWorkTest(@LocalServerPort int port, ApplicationContext context, JdbcClient jdbc) {
        nobody = new Http(port);
        tokens = new Tokens(context);
        operator = nobody.as(tokens.of(Role.OPERATOR));
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("ORD-4 ORD-5 COD-9 an enterprise is reminded four times, then order, codes and registrations end")
    void an_enterprise_order_ends() {
        Http company = account("\"organisation\": \"Acme\"", "CORPORATE", "enterprise");
        Http person = account("\"name\": {\"first\": \"Ada\", \"last\": \"Lovelace\"}", "INDIVIDUAL", "examinee");
        String order = buy(company, "ENTERPRISE", 3);
        advance("PT0S");
        JsonNode codes = json(company.get("/api/orders/" + order + "/redeem-codes"));
        String code = codes.path("items").path(0).path("redeemCode").stringValue();
        ok(person.post("/api/registrations", "{\"subject\": \"PR000002\", \"redeemCode\": \"" + code + "\"}"));
        Instant validUntil = validUntil(company, order);

        advance("P1Y1D");

        JsonNode bill = json(company.get("/api/orders/" + order));
        assertThat(bill.path("status").stringValue()).isEqualTo("EXPIRED");
        assertThat(numbers(bill.path("redeemCodes"), "issued")).containsExactly(3, 0, 0, 3);
        assertThat(numbers(json(company.get("/api/overview")).path("redeemCodes"), "purchased"))
                .containsExactly(3, 0, 0, 3);
        assertThat(json(company.get("/api/redeem-codes?status=EXPIRED")).path("items"))
                .hasSize(3);
        assertThat(status(person)).isEqualTo("EXPIRED");
        assertThat(happened(order))
                .satisfiesExactly(
                        at("order.reminder-due", validUntil, 90),
                        at("order.reminder-due", validUntil, 60),
                        at("order.reminder-due", validUntil, 30),
                        at("order.reminder-due", validUntil, 15),
                        at("order.expired", validUntil, 0),
                        at("order.redeem-codes-expired", validUntil, 0));
    }

    @Test
    @DisplayName("ORD-4 ORD-8 an individual's place ends with the order, and makes room for another one")
    void an_individual_order_ends() {
        Http person = account("\"name\": {\"first\": \"Ada\", \"last\": \"Lovelace\"}", "INDIVIDUAL", "examinee");
        String order = buy(person, "INDIVIDUAL", 1);
        Instant validUntil = validUntil(person, order);
        advance("P364D");
        assertThat(status(person)).isEqualTo("OPEN");
        advance("P2D");
        assertThat(status(person)).isEqualTo("EXPIRED");
        assertThat(json(person.get("/api/orders/" + order)).path("status").stringValue())
                .isEqualTo("EXPIRED");
        assertThat(happened(order)).hasSize(5).last().satisfies(at("order.expired", validUntil, 0));
        buy(person, "INDIVIDUAL", 1);
        advance("PT0S");
        assertThat(status(person)).isEqualTo("OPEN");
    }

    private Http account(String name, String level, String role) {
        String id = json(operator.post(
                        "/api/accounts",
                        "{%s, \"email\": \"%s@example.org\", \"kind\": \"ROOT\"}".formatted(name, UUID.randomUUID())))
                .path("accountId")
                .stringValue();
        ok(operator.post("/api/accounts/" + id + "/verification", "{\"level\": \"" + level + "\"}"));
        return nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .subject(id)
                .claim("roles", List.of(role))
                .claim("account_id", id)));
    }

    private static String buy(Http buyer, String kind, int quantity) {
        String wanted = kind.equals("ENTERPRISE") ? "\"quantity\": " + quantity + ", " : "";
        String order = json(buyer.post(
                        "/api/orders",
                        "{\"kind\": \"%s\", \"subject\": \"PR000002\", %s\"terms\": true}".formatted(kind, wanted)))
                .path("orderId")
                .stringValue();
        ok(buyer.post("/api/orders/" + order + "/payment", """
                {"parts": [{"method": "CARD", "amount": {"amount": %d, "currency": "USD"}}]}""".formatted(15_000 * quantity)));
        return order;
    }

    private Instant validUntil(Http buyer, String order) {
        advance("PT0S");
        return Instant.parse(
                json(buyer.get("/api/orders/" + order)).path("validUntil").stringValue());
    }

    private void advance(String by) {
        ok(operator.post("/api/test-clock", "{\"advance\": \"" + by + "\"}"));
    }

    private static String status(Http person) {
        return json(person.get("/api/registrations"))
                .path("items")
                .path(0)
                .path("status")
                .stringValue();
    }

    private static List<Integer> numbers(JsonNode codes, String total) {
        return List.of(
                codes.path(total).intValue(),
                codes.path("unused").intValue(),
                codes.path("used").asInt(codes.path("bound").intValue()),
                codes.path("expired").intValue());
    }

    private record Happened(String type, Instant recordedAt) {}

    /** What happened to the order by itself, after its codes were issued. */
    private List<Happened> happened(String order) {
        return jdbc.sql("""
                        select type, recorded_at
                        from ledger.event
                        where aggregate_id = ? and type not in ('order.placed', 'order.purchased', 'order.redeem-codes-issued')
                        order by position
                        """)
                .param(order)
                .query((row, number) -> new Happened(
                        row.getString("type"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Recorded when it was due, or as soon after as a machine under load comes to it. */
    private static ThrowingConsumer<Happened> at(String type, Instant validUntil, int daysBefore) {
        Instant due = validUntil.atZone(ZoneOffset.UTC).minusDays(daysBefore).toInstant();
        return happened -> {
            assertThat(happened.type()).isEqualTo(type);
            assertThat(happened.recordedAt()).isBetween(due, due.plus(Duration.ofMinutes(1)));
        };
    }

    private static JsonNode json(HttpResponse<String> answer) {
        ok(answer);
        return Http.json(answer);
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }
}
