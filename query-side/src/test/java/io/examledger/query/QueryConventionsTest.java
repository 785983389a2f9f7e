package io.examledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What all queries have in common. */
@ParameterizedClass
@EnumSource
class QueryConventionsTest extends TwoCompanies {
    QueryConventionsTest(Database database) {
        super(database);
    }

    @Test
    @DisplayName("ACC-4 what is someone else's is as unknown as what does not exist")
    void foreign_is_unknown() throws Exception {
        String unknown = get(ACME, "/api/orders/nothing").getContentAsString();
        for (String path : List.of("/api/orders/o2", "/api/orders/o2/redeem-codes", "/api/orders/%00")) {
            MockHttpServletResponse answer = get(ACME, path);
            assertThat(answer.getStatus()).as(path).isEqualTo(404);
            assertThat(answer.getContentAsString()).isEqualTo(unknown);
        }
        assertThat(get(ACME, "/api/redeem-codes/" + codes.get(5).redeemCodeId()).getStatus())
                .isEqualTo(404);
        assertThat(ids(ACME, "/api/redeem-codes?redeemCode=" + typed(6), "redeemCodeId"))
                .isEmpty();
    }

    @Test
    void pages_follow_one_another_without_gap_or_repeat() throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            String page = get("operator", "/api/redeem-codes?limit=4" + cursor).getContentAsString();
            seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].redeemCodeId"));
            String next = JsonPath.read(page, "$.nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(seen)
                .containsExactlyElementsOf(codes.reversed().stream()
                        .map(RedeemCodeEvent.Issued::redeemCodeId)
                        .toList());
    }

    @Test
    void bad_input_is_refused_with_the_field_at_fault() throws Exception {
        assertBad("/api/redeem-codes?redeemcode=1", "redeemcode", "known are");
        assertBad("/api/redeem-codes?redeemCode=ABC", "redeemCode", "18 characters");
        assertBad("/api/redeem-codes?redeemCode=" + "A".repeat(101), "redeemCode", "18 characters");
        assertBad("/api/redeem-codes?status=USED", "status", "UNUSED, BOUND");
        assertBad("/api/redeem-codes?status=BOUND&status=UNUSED", "status", "more than once");
        assertBad("/api/redeem-codes?subject=%00", "subject", "printable");
        assertBad("/api/redeem-codes?account=globex", "account", "only operators");
        assertBad("/api/orders?from=yesterday", "from", "instant");
        assertBad("/api/orders?to=%2B999999999-01-01T00:00:00Z", "to", "instant");
        for (String limit : List.of("0", "501", "-1", "abc", "1e2", "99999999999")) {
            assertBad("/api/orders?limit=" + limit, "limit", "1 to 500");
        }
        for (String cursor : List.of("abc", "%C3%BC", "AAAAAAAAAAA", "__________8")) {
            assertBad("/api/orders?cursor=" + cursor, "cursor", "nextCursor");
        }
    }

    @Test
    void consistency_token_is_waited_for_and_checked() throws Exception {
        assertThat(withToken("1").getStatus()).isEqualTo(200);
        assertThat(withToken("12x").getContentAsString()).contains("Consistency-Token");
        assertThat(withToken("-1").getStatus()).isEqualTo(400);
        MockHttpServletResponse late = withToken("1000000");
        assertThat(late.getStatus()).isEqualTo(503);
        assertThat(late.getHeader("Retry-After")).isEqualTo("1");
    }

    private void assertBad(String path, String field, String message) throws Exception {
        MockHttpServletResponse answer = get(ACME, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(400);
        assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.field"))
                .isEqualTo(field);
        assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.message"))
                .contains(message);
    }

    private MockHttpServletResponse withToken(String token) throws Exception {
        return api.perform(MockMvcRequestBuilders.get("/api/overview")
                        .header("As", ACME)
                        .header("Consistency-Token", token))
                .andReturn()
                .getResponse();
    }
}
