package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.endtoend.Workload.Callers;
import io.examledger.platform.testing.Http;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Orders of thousands of codes at 100.00, each for a subject of its own, one code of each bound. */
final class BigOrders {
    static final long PRICE = 10_000;

    private BigOrders() {}

    /** @param fromBalance how much of the price is paid from the balance; the rest is paid by card */
    static String buy(Callers callers, String subject, int quantity, long fromBalance) {
        Exchange.of(201, callers.operator().post("/api/subjects", """
                {"code": "%s", "title": "Killed", "category": "SPECIALTY", "examType": "THEORY",
                 "price": {"amount": %d, "currency": "USD"}, "durationMinutes": 90,
                 "deliveryModes": ["ONLINE_PROCTORED"]}""".formatted(subject, PRICE)));
        Http enterprise = callers.enterprise();
        String order = Exchange.of(201, enterprise.post("/api/orders", """
                {"kind": "ENTERPRISE", "subject": "%s", "quantity": %d, "terms": true}""".formatted(subject, quantity)))
                .at("orderId");
        Exchange.of(200, enterprise.post("/api/orders/" + order + "/payment", """
                {"parts": [{"method": "BALANCE", "amount": {"amount": %d, "currency": "USD"}},
                           {"method": "CARD", "amount": {"amount": %d, "currency": "USD"}}]}""".formatted(
                        fromBalance, quantity * PRICE - fromBalance)));
        Await.until(() -> Refunds.codes(Refunds.bill(enterprise, order), "issued"), issued -> issued == quantity);
        bindFirst(callers, subject, order);
        return order;
    }

    private static void bindFirst(Callers callers, String subject, String order) {
        JsonNode code = Exchange.itemsSoFar(callers.enterprise().get("/api/orders/" + order + "/redeem-codes?limit=1"))
                .getFirst();
        Exchange.of(201, callers.examinee().post("/api/registrations", """
                {"subject": "%s", "redeemCode": "%s"}""".formatted(
                        subject, code.required("redeemCode").stringValue())));
    }

    /** How many of the order's codes have had such an event; fails if one has had it twice. */
    static int once(JdbcClient log, String order, String type) {
        record Counted(int events, int codes) {}
        Counted counted = log.sql("""
                        select count(*) as events, count(distinct aggregate_id) as codes
                        from ledger.event
                        where aggregate_id between :order || '-0' and :order || '-9999999' and type = :type""")
                .param("order", order)
                .param("type", type)
                .query(Counted.class)
                .single();
        assertThat(counted.events()).as("%s for the codes of %s", type, order).isEqualTo(counted.codes());
        return counted.codes();
    }
}
