package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many at once over HTTP, on a real PostgreSQL: exactly one gets what only one can have. */
class RacesTest {
    private static final int PEOPLE = 100;
    private static final int ROUNDS = 100;
    private static final int PAYERS = 50;

    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = RunningPlatform.onPostgresWith(RememberedTokens.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName("COD-2, COD-11: a hundred people race for one code, a hundred times")
    void exactly_one_of_a_hundred_people_gets_the_code() throws Exception {
        List<JsonNode> codes = platform.codes(platform.order(ROUNDS), ROUNDS);
        List<Http> people = Stream.generate(platform::examinee).limit(PEOPLE).toList();
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode code = codes.get(round);
            String id = code.required("redeemCodeId").stringValue();
            String body = "{\"subject\": \"PR000001\", \"redeemCode\": \"%s\"}"
                    .formatted(code.required("redeemCode").stringValue());
            List<HttpResponse<String>> answers = AtOnce.call(people.stream()
                    .<Callable<HttpResponse<String>>>map(person -> () -> person.post("/api/registrations", body))
                    .toList());
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                    .as("winners of round %d", round)
                    .hasSize(1);
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() != 201)
                            .map(answer -> answer.statusCode() + answer.body())
                            .distinct())
                    .as("what the others learn in round %d", round)
                    .singleElement()
                    .asString()
                    .startsWith("409")
                    .contains("redeem-code.not-usable");
            Exchange.of(204, platform.enterprise.post("/api/redeem-codes/" + id + "/unbind", "{}"));
        }
    }

    @Test
    @DisplayName("ORD-7: fifty pay one order: one payment, exactly N codes")
    void order_is_paid_once() throws Exception {
        String order = platform.order(25);
        List<HttpResponse<String>> answers = AtOnce.call(IntStream.range(0, PAYERS)
                .<Callable<HttpResponse<String>>>mapToObj(payer -> () ->
                        platform.enterprise.post("/api/orders/" + order + "/payment", RunningPlatform.payment(25)))
                .toList());
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(answer.statusCode() + answer.body())
                        .startsWith("409")
                        .contains("order.already-paid"));
        List<JsonNode> codes = Await.until(
                () -> Exchange.itemsSoFar(platform.enterprise.get("/api/orders/" + order + "/redeem-codes")),
                items -> items.size() >= 25);
        assertThat(codes).hasSize(25);
        JsonNode bill = Exchange.of(200, platform.enterprise.get("/api/orders/" + order))
                .json();
        assertThat(bill.required("redeemCodes").required("issued").intValue()).isEqualTo(25);
    }
}
