package io.examledger.query;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes of {@link TwoCompanies} (PLT-3). */
@ParameterizedClass
@EnumSource
class RedeemCodesTest extends TwoCompanies {
    RedeemCodesTest(Database database) {
        super(database);
    }

    @Test
    @DisplayName("PLT-3 COD-12 codes are found by string, subject, order, status and holder")
    void codes_are_found() throws Exception {
        assertThat(found("redeemCode=" + typed(3).toLowerCase(Locale.ROOT)))
                .containsExactly(codes.get(2).redeemCodeId());
        assertThat(found("subject=AAA&order=o1")).hasSize(5);
        assertThat(found("status=BOUND")).containsExactly(codes.get(0).redeemCodeId());
        assertThat(found("examinee=ada")).containsExactly(codes.get(0).redeemCodeId());
        assertThat(found("subject=BBB")).isEmpty();
        assertThat(ids(ACME, "/api/orders/o1/redeem-codes?limit=3", "redeemCodeId"))
                .hasSize(3);
    }

    @Test
    @DisplayName("COD-4 an invalidated string still finds its code and is shown as replaced")
    void invalidated_string_finds_its_code() throws Exception {
        String path = "/api/redeem-codes?redeemCode=" + typed(2);

        assertThat(this.<String>read(ACME, path, "$.items[0].redeemCode"))
                .isEqualTo(string(20).grouped());
        assertThat(this.<String>read(ACME, path, "$.items[0].replaced[0].redeemCode"))
                .isEqualTo(string(2).grouped());
        assertThat(found("redeemCode=" + typed(20)))
                .containsExactly(codes.get(1).redeemCodeId());
    }

    @Test
    @DisplayName("COD-11 staff never see a code string")
    void staff_see_no_code_string() throws Exception {
        for (String staff : List.of("operator", "auditor")) {
            String answer = get(staff, "/api/redeem-codes").getContentAsString();
            assertThat(JsonPath.<List<Object>>read(answer, "$.items")).hasSize(6);
            assertThat(answer).doesNotContain("\"redeemCode\"").contains("invalidatedAt");
        }
    }

    @Test
    void holder_is_named_and_absent_fields_are_left_out() throws Exception {
        String bound =
                get(ACME, "/api/redeem-codes/" + codes.get(0).redeemCodeId()).getContentAsString();
        String unused =
                get(ACME, "/api/redeem-codes/" + codes.get(4).redeemCodeId()).getContentAsString();

        assertThat(JsonPath.<String>read(bound, "$.holder.name")).isEqualTo("Ada Lovelace");
        assertThat(JsonPath.<String>read(bound, "$.boundAt")).isEqualTo("2026-01-10T09:00:00Z");
        assertThat(unused).doesNotContain("holder", "boundAt").contains("\"replaced\":[]");
    }

    private List<String> found(String filter) throws Exception {
        return ids(ACME, "/api/redeem-codes?" + filter, "redeemCodeId");
    }
}
