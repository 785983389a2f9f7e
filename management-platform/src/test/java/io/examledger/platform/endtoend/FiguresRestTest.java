package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** An auditor goes from figures to their events, over whatever other tests have left in the log. */
@StartedPlatform
class FiguresRestTest {
    private static final String FIGURES = "/api/audit/figures";
    private final Tokens tokens;
    private final Http nobody;
    private final Http operator;
    private final Http auditor;

    @Autowired
    FiguresRestTest(@LocalServerPort int port, ApplicationContext context) {
        tokens = new Tokens(context);
        nobody = new Http(port);
        operator = nobody.as(tokens.of(Role.OPERATOR));
        auditor = nobody.as(tokens.of(Role.AUDITOR));
    }

    @Test
    @DisplayName("PLT-5 REF-3 a company's figures lead to the events of its codes, its payment and its refund")
    void a_company_s_figures() {
        Http company = company();
        String order = Exchange.of(201, company.post("/api/orders", """
                {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": 3, "terms": true}""")).at("orderId");
        Exchange.of(200, company.post("/api/orders/" + order + "/payment", RunningPlatform.payment(3)));
        advance();
        Exchange.of(202, company.post("/api/orders/" + order + "/refund", "{}"));
        advance();

        Whole refunded = whole("redeemCodes.refunded", "order=" + order);
        assertThat(refunded.value).isEqualTo(3);
        assertThat(refunded.types()).containsOnly("redeem-code.issued redeem-code.refunded");
        assertThat(whole("redeemCodes.unused", "order=" + order).value).isZero();
        assertThat(whole("order.paid", "order=" + order).types()).containsExactly("order.purchased");
        Whole back = whole("order.refunded", "order=" + order);
        JsonNode bill = Exchange.of(200, auditor.get("/api/orders/" + order)).json();
        assertThat(back.value)
                .isEqualTo(bill.at("/refund/amount/amount").longValue())
                .isEqualTo(back.sum())
                .isPositive();
        assertThat(back.types())
                .containsExactly(
                        "refund.requested refund.calculated refund.part-returned refund.settled order.refunded");
        String event = back.items.getFirst().at("/events/0/eventId").stringValue();
        Exchange.of(200, auditor.get("/api/audit/ledger/proofs/" + event));
    }

    @Test
    @DisplayName("PLT-5 every figure of the whole system is the sum of its units, and what the overview says")
    void every_figure_of_the_whole_system() {
        HttpResponse<String> first = auditor.get(FIGURES + "/redeemCodes.purchased?limit=1");
        String moment = "asOf=" + first.headers().firstValue("As-Of").orElseThrow();
        JsonNode overview =
                Exchange.of(200, auditor.get("/api/overview?" + moment)).json();
        for (JsonNode described : Exchange.itemsSoFar(auditor.get(FIGURES))) {
            String figure = described.required("figure").stringValue();
            String limited = figure.startsWith("order.") ? moment + "&currency=USD" : moment;
            Whole whole = whole(figure, limited);
            assertThat(whole.sum()).as(figure).isEqualTo(whole.value);
            assertThat(whole.types()).as(figure).doesNotContain("");
            JsonNode shown = overview.at("/" + figure.replace('.', '/'));
            if (!shown.isMissingNode()) {
                assertThat(shown.longValue()).as(figure).isEqualTo(whole.value);
            }
        }
    }

    @Test
    @DisplayName("ACC-4 figures are for staff, and one that there is not is answered with those that there are")
    void who_asks_for_what() {
        for (String path : List.of(FIGURES, FIGURES + "/exams.passed")) {
            assertThat(company().get(path).statusCode()).isEqualTo(403);
            assertThat(nobody.as(tokens.of(Role.EXAMINEE)).get(path).statusCode())
                    .isEqualTo(403);
            assertThat(operator.get(path).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> unknown = auditor.get(FIGURES + "/exams.passRate");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"field\":\"figure\"", "exams.attended, exams.passed");
    }

    private record Whole(long value, List<JsonNode> items) {
        /** Of each unit, its events. */
        List<String> types() {
            return items.stream()
                    .map(item -> String.join(" ", item.required("events").findValuesAsString("type")))
                    .toList();
        }

        long sum() {
            return items.stream()
                    .mapToLong(item ->
                            item.has("amount") ? item.at("/amount/amount").longValue() : 1)
                    .sum();
        }
    }

    private Whole whole(String figure, String query) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = Exchange.of(200, auditor.get(FIGURES + "/" + figure + "?limit=500&" + query + cursor))
                    .json();
            page.required("items").forEach(items::add);
            cursor = "&cursor=" + page.required("nextCursor").asString("");
        } while (!page.required("nextCursor").isNull());
        JsonNode value = page.required("value");
        return new Whole(value.isObject() ? value.required("amount").longValue() : value.longValue(), items);
    }

    private Http company() {
        String id = Exchange.of(201, operator.post("/api/accounts", """
                {"organisation": "Figures and Sons", "email": "%s@example.org", "kind": "ROOT"}""".formatted(UUID.randomUUID())))
                .at("accountId");
        Exchange.of(204, operator.post("/api/accounts/" + id + "/verification", "{\"level\": \"CORPORATE\"}"));
        return nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .subject(id)
                .claim("roles", List.of(Role.ENTERPRISE.wireName()))
                .claim("account_id", id)));
    }

    /** Answers when all that was due is done and can be read. */
    private void advance() {
        Exchange.of(200, operator.post("/api/test-clock", "{\"advance\": \"PT0S\"}"));
    }
}
