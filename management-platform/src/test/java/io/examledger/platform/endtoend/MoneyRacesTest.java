package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money in races, on PostgreSQL. */
class MoneyRacesTest {
    private static final int ROUNDS = 40;
    private static final int PRICE = 10_000;

    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = RunningPlatform.onPostgres();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName("VOU-3 two orders race for one voucher: exactly one gets it")
    void one_order_gets_the_voucher() throws Exception {
        JsonNode vouchers = Exchange.of(201, platform.operator.post("/api/vouchers", """
                        {"percentOff": 50, "quantity": %d,
                         "validFrom": "2020-01-01T00:00:00Z", "validUntil": "2100-01-01T00:00:00Z"}""".formatted(ROUNDS)))
                .json()
                .required("vouchers");
        for (int round = 0; round < ROUNDS; round++) {
            String body =
                    """
                    {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": 1, "voucher": "%s", "terms": true}""".formatted(vouchers.required(round).required("code").stringValue());
            List<HttpResponse<String>> answers = race(platform.enterprise, "/api/orders", body, 4);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() != 201)
                    .allSatisfy(answer -> assertThat(answer.statusCode() + answer.body())
                            .startsWith("409")
                            .contains("voucher.used"));
        }
    }

    @Test
    @DisplayName("REF-2 two refunds of one order race: exactly one is taken, and the money goes back once")
    void an_order_is_refunded_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String order = platform.order(2);
            platform.codes(order, 2);
            List<HttpResponse<String>> answers = race(platform.enterprise, "/api/orders/" + order + "/refund", "{}", 4);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(1);
            JsonNode bill = settled(order);
            assertThat(Refunds.amount(bill)).isEqualTo(2 * PRICE);
        }
    }

    @Test
    @DisplayName("REF-5 binding and refunding race for a code: exactly one happens, and the amount matches the codes")
    void a_code_is_bound_or_refunded() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Http person = platform.examinee();
            String order = platform.order(3);
            JsonNode code = platform.codes(order, 3).get(1);
            String body = """
                    {"subject": "PR000001", "redeemCode": "%s"}""".formatted(code.required("redeemCode").stringValue());
            List<HttpResponse<String>> answers = AtOnce.call(List.of(
                    () -> person.post("/api/registrations", body),
                    () -> platform.enterprise.post("/api/orders/" + order + "/refund", "{}")));
            int used = answers.getFirst().statusCode() == 201 ? 1 : 0;
            assertThat(answers.get(1).statusCode()).as("round %d", round).isEqualTo(202);
            JsonNode bill = settled(order);
            assertThat(List.of(
                            Refunds.codes(bill, "issued"),
                            Refunds.codes(bill, "unused"),
                            Refunds.codes(bill, "used"),
                            Refunds.codes(bill, "refunded")))
                    .as("round %d", round)
                    .containsExactly(3, 0, used, 3 - used);
            assertThat(Refunds.amount(bill)).isEqualTo((3L - used) * PRICE);
        }
    }

    /** The order's event and those of its codes are seen by then. */
    private static JsonNode settled(String order) {
        Refunds.await(platform.enterprise, order, "SETTLED");
        return Await.until(
                () -> Refunds.bill(platform.enterprise, order),
                bill -> bill.required("status").stringValue().endsWith("REFUNDED"));
    }

    private static List<HttpResponse<String>> race(Http caller, String path, String body, int racers) throws Exception {
        return AtOnce.call(Stream.<Callable<HttpResponse<String>>>generate(() -> () -> caller.post(path, body))
                .limit(racers)
                .toList());
    }
}
