package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A company that reads Chinese buys codes, where no mail server is set up. */
@StartedPlatform
@ExtendWith(OutputCaptureExtension.class)
class AnnouncedPurchaseTest {
    private final Tokens tokens;
    private final Http nobody;
    private final Http operator;

    @Autowired
    AnnouncedPurchaseTest(@LocalServerPort int port, ApplicationContext context) {
        tokens = new Tokens(context);
        nobody = new Http(port);
        operator = nobody.as(tokens.of(Role.OPERATOR));
    }

    @Test
    @DisplayName(
            "ORD-6 a purchase is in the message centre in the account's language; what was only logged is not called sent")
    void a_purchase_is_announced(CapturedOutput log) {
        String email = UUID.randomUUID() + "@example.cn";
        String company = Exchange.of(201, operator.post("/api/accounts", """
                {"organisation": "华夏", "email": "%s", "kind": "ROOT", "language": "zh"}""".formatted(email)))
                .at("accountId");
        Exchange.of(204, operator.post("/api/accounts/" + company + "/verification", "{\"level\": \"CORPORATE\"}"));
        Http enterprise = as(company);
        String order = Exchange.of(201, enterprise.post("/api/orders", """
                {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": 2, "terms": true}""")).at("orderId");
        Exchange.of(200, enterprise.post("/api/orders/" + order + "/payment", RunningPlatform.payment(2)));

        JsonNode message = Await.until(
                        () -> Exchange.itemsSoFar(enterprise.get("/api/messages?delivery=LOGGED")),
                        messages -> messages.size() == 1)
                .getFirst();

        assertThat(message.required("text").stringValue()).contains("订单 " + order);
        assertThat(message.required("deliveries").toString())
                .contains("\"channel\":\"EMAIL\"", "\"status\":\"LOGGED\"", "\"attempts\":1");
        assertThat(log)
                .contains("not sent, because nothing is set up for email: message "
                        + message.required("messageId").stringValue() + "-email (order.purchased)");
        assertThat(log).doesNotContain(email, "华夏");
        assertThat(Exchange.itemsSoFar(as("another").get("/api/messages"))).isEmpty();
        assertThat(operator.get("/actuator/prometheus").body())
                .contains("examledger_messages_waiting{channel=\"email\"} 0.0")
                .contains("examledger_messages_given_up{channel=\"sms\"} 0.0");
        assertThat(nobody.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private Http as(String account) {
        return nobody.as(tokens.sign(Tokens.claims(Instant.now().plusSeconds(600))
                .subject(account)
                .claim("roles", List.of(Role.ENTERPRISE.wireName()))
                .claim("account_id", account)));
    }
}
