package io.examledger.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The log has one space of ids for all that it holds. */
@StartedPlatform
@DisplayName("ACC-4 the id of something else is an unknown id")
class IdsOfOtherThingsTest {
    private final Http operator;
    private final Tokens tokens;
    private final Http nobody;
    private Http enterprise;
    private String account = "";
    private String order = "";

    @Autowired
    IdsOfOtherThingsTest(@LocalServerPort int port, ApplicationContext context) {
        nobody = new Http(port);
        tokens = new Tokens(context);
        operator = nobody.as(tokens.of(Role.OPERATOR));
        enterprise = nobody;
    }

    @BeforeEach
    void a_company_has_placed_an_order() {
        String company = """
                {"organisation": "Acme", "email": "%s@example.org", "kind": "ROOT"}""".formatted(UUID.randomUUID());
        account = Http.json(operator.post("/api/accounts", company))
                .path("accountId")
                .stringValue();
        operator.post("/api/accounts/" + account + "/verification", "{\"level\": \"CORPORATE\"}");
        enterprise = nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .claim("roles", List.of("enterprise"))
                .claim("account_id", account)));
        String forOneCode = """
                {"kind": "ENTERPRISE", "subject": "PR000002", "quantity": 1, "terms": true}""";
        order = Http.json(enterprise.post("/api/orders", forOneCode))
                .path("orderId")
                .stringValue();
    }

    @Test
    void an_order_is_not_verified_as_an_account() {
        assertNotFound(operator.post("/api/accounts/" + order + "/verification", "{\"level\": \"INDIVIDUAL\"}"));
    }

    @Test
    void an_order_is_not_unbound_as_a_redeem_code() {
        assertNotFound(enterprise.post("/api/redeem-codes/" + order + "/unbind", "{}"));
    }

    @Test
    void an_account_is_not_paid_as_an_order() {
        assertNotFound(enterprise.post("/api/orders/" + account + "/payment", """
                {"parts": [{"method": "CARD", "amount": {"amount": 15000, "currency": "USD"}}]}"""));
    }

    @Test
    void an_order_has_no_sub_users() {
        HttpResponse<String> answer = operator.post("/api/accounts", """
                {"organisation": "Acme", "email": "%s@example.org", "kind": "SUB", "parent": "%s"}""".formatted(UUID.randomUUID(), order));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.json(answer).path("code").stringValue()).isEqualTo("account.parent-unknown");
    }

    private static void assertNotFound(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(Http.json(answer).path("code").stringValue()).isEqualTo("not-found");
    }
}
