package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A voucher, a payment in parts, and refunds, from the request to the bill. */
class MoneyTest {
    private static final String WINDOW =
            "\"validFrom\": \"2020-01-01T00:00:00Z\", \"validUntil\": \"2100-01-01T00:00:00Z\"";

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    @DisplayName("VOU-2 ORD-2 REF-2 REF-3 an order with a voucher is paid in parts and refunded in part, once")
    void an_order_is_discounted_paid_and_refunded(String database) {
        Supplier<RunningPlatform> start = database.equals("H2") ? RunningPlatform::onH2 : RunningPlatform::onPostgres;
        try (RunningPlatform platform = start.get()) {
            Http company = platform.enterprise;
            String voucher = voucher(platform);
            String body = """
                    {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": 10, "voucher": "%s", "terms": true}""".formatted(voucher);
            Exchange placed = Exchange.of(201, company.post("/api/orders", body));
            assertThat(placed.json().required("total").required("amount").longValue())
                    .isEqualTo(67_000);
            Exchange.of(409, company.post("/api/orders", body));
            String order = placed.at("orderId");
            Exchange.of(200, company.post("/api/orders/" + order + "/payment", """
                    {"parts": [{"method": "BALANCE", "amount": {"amount": 33333, "currency": "USD"}},
                               {"method": "PAYPAL", "amount": {"amount": 33667, "currency": "USD"}}]}"""));
            List<JsonNode> codes = Await.until(
                    () -> Exchange.itemsSoFar(company.get("/api/orders/" + order + "/redeem-codes")),
                    items -> items.size() == 10);
            Exchange.of(201, platform.examinee().post("/api/registrations", """
                    {"subject": "PR000001", "redeemCode": "%s"}""".formatted(
                            codes.getFirst().required("redeemCode").stringValue())));

            Http other = platform.company("Others", "others@example.com");
            Exchange.of(404, other.post("/api/orders/" + order + "/refund", "{}"));
            Exchange.of(202, company.post("/api/orders/" + order + "/refund", """
                    {"redeemCodes": ["%s", "%s"]}""".formatted(
                            id(codes.get(1)), id(codes.get(2)))));
            Refunds.await(company, order, "SETTLED");
            JsonNode bill = Await.until(
                    () -> Refunds.bill(company, order),
                    seen -> seen.required("status").stringValue().equals("PARTIALLY_REFUNDED")
                            && Refunds.codes(seen, "refunded") == 2);
            assertThat(Refunds.amount(bill)).isEqualTo(13_400);
            assertThat(bill.required("refund").required("parts").toString())
                    .isEqualTo("[{\"method\":\"BALANCE\",\"amount\":{\"amount\":6667,\"currency\":\"USD\"}},"
                            + "{\"method\":\"PAYPAL\",\"amount\":{\"amount\":6733,\"currency\":\"USD\"}}]");
            assertThat(bill.required("discount").required("amount").longValue()).isEqualTo(33_000);
            assertThat(List.of(
                            Refunds.codes(bill, "issued"), Refunds.codes(bill, "unused"), Refunds.codes(bill, "used")))
                    .containsExactly(10, 7, 1);
            Exchange.of(409, company.post("/api/orders/" + order + "/refund", "{}"));
            JsonNode refunded = Exchange.of(200, company.get("/api/redeem-codes/" + id(codes.get(1))))
                    .json();
            assertThat(refunded.required("status").stringValue()).isEqualTo("REFUNDED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    @DisplayName("REF-4 a large refund is held; staff reject it, and approve the next one")
    void a_large_refund_is_held(String database) {
        Supplier<RunningPlatform> start = database.equals("H2") ? RunningPlatform::onH2 : RunningPlatform::onPostgres;
        try (RunningPlatform platform = start.get()) {
            Http company = platform.enterprise;
            Exchange.of(201, platform.operator.post("/api/subjects", """
                    {"code": "GOLD", "title": "Dear", "category": "SPECIALTY", "examType": "THEORY",
                     "price": {"amount": 100000000, "currency": "USD"}, "durationMinutes": 90,
                     "deliveryModes": ["ONLINE_PROCTORED"]}"""));
            String order = Exchange.of(201, company.post("/api/orders", """
                    {"kind": "ENTERPRISE", "subject": "GOLD", "quantity": 10, "terms": true}""")).at("orderId");
            Exchange.of(200, company.post("/api/orders/" + order + "/payment", """
                    {"parts": [{"method": "CARD", "amount": {"amount": 1000000000, "currency": "USD"}}]}"""));
            Await.until(() -> Refunds.bill(company, order), bill -> Refunds.codes(bill, "issued") == 10);

            String refund = "/api/orders/" + order + "/refund";
            Exchange.of(202, company.post(refund, ""));
            Refunds.await(company, order, "HELD");
            Exchange.of(403, company.post(refund + "/approval", ""));
            Exchange.of(204, platform.operator.post(refund + "/rejection", "{\"reason\": \"Call us first.\"}"));
            Refunds.await(company, order, "REJECTED");
            Await.until(() -> company.post(refund, "").statusCode(), status -> status == 202);
            Refunds.await(company, order, "HELD");
            Exchange.of(204, platform.operator.post(refund + "/approval", ""));
            JsonNode bill = Await.until(
                    () -> Refunds.bill(company, order),
                    seen -> seen.required("status").stringValue().equals("REFUNDED")
                            && Refunds.codes(seen, "refunded") == 10);
            assertThat(Refunds.amount(bill)).isEqualTo(1_000_000_000);
        }
    }

    private static String voucher(RunningPlatform platform) {
        JsonNode issued = Exchange.of(201, platform.operator.post("/api/vouchers", """
                        {"percentOff": 33, "subjects": ["PR000001"], "quantity": 1, %s}""".formatted(WINDOW)))
                .json();
        return issued.required("vouchers").required(0).required("code").stringValue();
    }

    private static String id(JsonNode code) {
        return code.required("redeemCodeId").stringValue();
    }
}
