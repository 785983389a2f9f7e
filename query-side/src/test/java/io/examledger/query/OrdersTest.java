package io.examledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Bills and the catalogue of {@link TwoCompanies} (PLT-2). */
@ParameterizedClass
@EnumSource
class OrdersTest extends TwoCompanies {
    OrdersTest(Database database) {
        super(database);
    }

    @Test
    @DisplayName("PLT-2 a bill shows amounts, parts and numbers of codes")
    void bill() throws Exception {
        String bill = get(ACME, "/api/orders/o1").getContentAsString();

        assertThat(JsonPath.<String>read(bill, "$.status")).isEqualTo("PAID");
        assertThat(JsonPath.<Integer>read(bill, "$.total.amount")).isEqualTo(75000);
        assertThat(JsonPath.<String>read(bill, "$.total.currency")).isEqualTo("USD");
        assertThat(JsonPath.<List<Object>>read(bill, "$.paid[*].method").toString())
                .isEqualTo("[\"BALANCE\",\"CARD\"]");
        assertThat(JsonPath.<Integer>read(bill, "$.redeemCodes.issued")).isEqualTo(5);
        assertThat(JsonPath.<String>read(bill, "$.validUntil")).isEqualTo("2027-01-10T09:00:00Z");
        assertThat(get(ACME, "/api/orders/o3").getContentAsString()).contains("\"paidAt\":null");
    }

    @Test
    void orders_are_filtered() throws Exception {
        assertThat(ids(ACME, "/api/orders", "orderId")).containsExactly("o3", "o1");
        assertThat(ids(ACME, "/api/orders?status=PENDING", "orderId")).containsExactly("o3");
        assertThat(ids(ACME, "/api/orders?subject=AAA&from=2026-01-01T00:00:00Z", "orderId"))
                .containsExactly("o1");
        assertThat(ids(ACME, "/api/orders?to=2026-01-01T00:00:00Z", "orderId")).isEmpty();
        assertThat(ids("operator", "/api/orders", "orderId")).containsExactly("o3", "o2", "o1");
        assertThat(ids("auditor", "/api/orders?account=globex", "orderId")).containsExactly("o2");
    }

    @Test
    void catalogue_is_listed_newest_first() throws Exception {
        String page = get("examinee:ada", "/api/subjects").getContentAsString();

        assertThat(JsonPath.<List<String>>read(page, "$.items[*].code")).containsExactly("BBB", "AAA");
        assertThat(JsonPath.<Integer>read(page, "$.items[0].price.amount")).isEqualTo(15000);
    }
}
