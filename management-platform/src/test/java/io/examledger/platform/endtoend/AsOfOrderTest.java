package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An order's past, asked for over HTTP while its present goes on. */
@StartedPlatform
class AsOfOrderTest {
    private final Tokens tokens;
    private final Http nobody;
    private final Http operator;
    private final Http auditor;

    @Autowired
    AsOfOrderTest(@LocalServerPort int port, ApplicationContext context) {
        tokens = new Tokens(context);
        nobody = new Http(port);
        operator = nobody.as(tokens.of(Role.OPERATOR));
        auditor = nobody.as(tokens.of(Role.AUDITOR));
    }

    @Test
    @DisplayName("AUD-2 ACC-4 a company and an auditor see an order as of its day of payment, others never do")
    void an_order_as_of_the_day_it_was_paid() {
        Http company = company();
        String order = Exchange.of(201, company.post("/api/orders", """
                {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": 3, "terms": true}""")).at("orderId");
        Instant placed = advance("PT1H");
        Exchange.of(200, company.post("/api/orders/" + order + "/payment", RunningPlatform.payment(3)));
        Instant paid = advance("PT1H");
        Map<String, String> then = answers(company, order, "");
        Exchange.of(202, company.post("/api/orders/" + order + "/refund", "{}"));
        advance("P1D");
        assertThat(answers(company, order, "").values()).doesNotContainAnyElementsOf(then.values());

        assertThat(answers(company, order, "?asOf=" + paid)).isEqualTo(then);
        Exchange pending = Exchange.of(200, auditor.get("/api/orders/" + order + "?asOf=" + placed));
        assertThat(pending.at("status")).isEqualTo("PENDING");
        assertThat(pending.answer().headers().firstValue("As-Of")).hasValue(placed.toString());
        assertThat(pending.answer().headers().firstValue("As-Of-Position"))
                .hasValueSatisfying(position -> assertThat(position).containsOnlyDigits());
        assertThat(company().get("/api/orders/" + order + "?asOf=" + paid).statusCode())
                .isEqualTo(404);
        HttpResponse<String> future = auditor.get("/api/overview?asOf=" + paid.plus(Duration.ofDays(9)));
        assertThat(future.statusCode()).isEqualTo(400);
        assertThat(future.body()).contains("\"field\":\"asOf\"", "nothing is recorded of the future");
    }

    private static Map<String, String> answers(Http company, String order, String asOf) {
        Map<String, String> answers = new LinkedHashMap<>();
        Stream.of("/api/overview", "/api/orders", "/api/orders/" + order, "/api/orders/" + order + "/redeem-codes")
                .forEach(path -> answers.put(
                        path,
                        Exchange.of(200, company.get(path + asOf)).answer().body()));
        return answers;
    }

    private Http company() {
        String id = Exchange.of(201, operator.post("/api/accounts", """
                {"organisation": "Acme", "email": "%s@example.org", "kind": "ROOT"}""".formatted(UUID.randomUUID())))
                .at("accountId");
        Exchange.of(204, operator.post("/api/accounts/" + id + "/verification", "{\"level\": \"CORPORATE\"}"));
        return nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .subject(id)
                .claim("roles", List.of(Role.ENTERPRISE.wireName()))
                .claim("account_id", id)));
    }

    /** Answers with the instant then, when all that was due is done and can be read. */
    private Instant advance(String by) {
        return Instant.parse(Exchange.of(200, operator.post("/api/test-clock", "{\"advance\": \"" + by + "\"}"))
                .at("now"));
    }
}
