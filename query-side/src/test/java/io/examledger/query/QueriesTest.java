package io.examledger.query;

import static io.examledger.query.Happened.END;
import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.regenerated;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Happened.string;
import static io.examledger.query.Happened.unbound;
import static io.examledger.query.Happened.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A day at two companies, seen over HTTP. */
@ParameterizedClass
@EnumSource
class QueriesTest {
    private static final String ACME = "enterprise:acme";
    private final FakeVaults vault = new FakeVaults();
    private final Database database;
    private final List<RedeemCodeEvent.Issued> codes = new ArrayList<>();
    private ReadModels models;
    private MockMvc api;

    QueriesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void play() {
        models = ReadModels.all(database);
        api = QueryApi.over(models, vault);
        List<Object> day = new ArrayList<>(List.of(
                introduced("AAA"),
                introduced("BBB"),
                registered("acme", "Acme Corporation"),
                registered("ada", "Ada Lovelace"),
                registered("bob", "Bob Noname"),
                placed("o1", "acme", "AAA", 5),
                purchased("o1", "acme", "AAA", 5),
                placed("o2", "globex", "BBB", 1),
                purchased("o2", "globex", "BBB", 1),
                placed("o3", "acme", "BBB", 2)));
        for (int n = 1; n <= 5; n++) {
            codes.add(issued("o1", n, "acme", "AAA"));
        }
        codes.add(issued("o2", 6, "globex", "BBB"));
        day.addAll(codes);
        day.addAll(List.of(
                bound(codes.get(0), "ada"),
                opened(codes.get(0), "ada"),
                bound(codes.get(1), "bob"),
                opened(codes.get(1), "bob"),
                unbound(codes.get(1), "bob"),
                withdrawn(codes.get(1), "bob"),
                regenerated(codes.get(1), 20)));
        models.given(day);
        vault.erase("bob");
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName(
            "PLT-1, COD-11a the overview has exactly the documented fields, and the rate is null where nobody attended")
    void overview_of_an_enterprise() throws Exception {
        assertThat(get(ACME, "/api/overview").getContentAsString())
                .isEqualTo("{\"redeemCodes\":{\"purchased\":5,\"unused\":4,\"bound\":1,\"scheduled\":0,\"completed\":0,"
                        + "\"used\":1,\"refunded\":0,\"expired\":0},"
                        + "\"exams\":{\"registrations\":1,\"attended\":0,\"passed\":0,\"passRate\":null},"
                        + "\"subjects\":[{\"subject\":\"AAA\",\"title\":\"Title of AAA\",\"registrations\":1,"
                        + "\"attended\":0,\"passed\":0,\"passRate\":null}]}");
    }

    @Test
    @DisplayName("ACC-4 an examinee sees their own numbers, staff see all and narrow")
    void overview_of_others() throws Exception {
        assertThat(this.<Integer>read("examinee:ada", "/api/overview", "$.exams.registrations"))
                .isOne();
        assertThat(this.<Integer>read("examinee:ada", "/api/overview", "$.redeemCodes.purchased"))
                .isZero();
        assertThat(this.<Integer>read("auditor", "/api/overview", "$.redeemCodes.purchased"))
                .isEqualTo(6);
        assertThat(this.<Integer>read("operator", "/api/overview?account=globex", "$.redeemCodes.purchased"))
                .isOne();
    }

    @Test
    @DisplayName("ACC-4, PLT-1 staff see an account as it sees itself, a bought place counted once")
    void overview_of_an_account_for_staff() throws Exception {
        models.given(
                new CandidacyEvent.RegistrationOpened("eve:AAA", "eve", "AAA", "r-eve", "eve", "o9", null, END, T0),
                new CandidacyEvent.RegistrationOpened(
                        "acme:AAA", "acme", "AAA", "r-acme", "globex", "o2", null, END, T0));

        for (String account : List.of("examinee:ada", "examinee:bob", "examinee:eve", ACME, "enterprise:idle")) {
            String narrowed = "/api/overview?account=" + account.split(":", 2)[1];
            assertThat(get("operator", narrowed).getContentAsString())
                    .as(account)
                    .isEqualTo(get(account, "/api/overview").getContentAsString());
        }
        assertThat(this.<Integer>read("auditor", "/api/overview?account=eve", "$.exams.registrations"))
                .isOne();
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
    @DisplayName("COD-12 codes are found by string, subject, order, status and holder")
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

    @Test
    @DisplayName("AUD-5 an erased person has no name any more")
    void erased_person_has_no_name() throws Exception {
        assertThat(this.<List<Object>>read(ACME, "/api/registrations", "$.items[*].examinee")
                        .toString())
                .isEqualTo("[{\"accountId\":\"bob\",\"name\":null},{\"accountId\":\"ada\",\"name\":\"Ada Lovelace\"}]");
    }

    @Test
    void registrations_are_the_callers_own() throws Exception {
        assertThat(ids("examinee:ada", "/api/registrations", "registrationId")).containsExactly("r-ada");
        assertThat(this.<String>read("examinee:bob", "/api/registrations", "$.items[0].status"))
                .isEqualTo("WITHDRAWN");
        assertThat(ids("enterprise:globex", "/api/registrations", "registrationId"))
                .isEmpty();
    }

    @Test
    @DisplayName("COD-11b the former holder finds a message")
    void former_holder_finds_a_message() throws Exception {
        assertThat(this.<String>read("examinee:bob", "/api/messages", "$.items[0].text"))
                .contains("AAA")
                .contains("withdrawn");
        assertThat(this.<String>read(ACME, "/api/messages", "$.items[0].text"))
                .contains("Your order o1 of 5 redeem codes for AAA is paid");
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

    @Test
    void catalogue_is_listed_newest_first() throws Exception {
        String page = get("examinee:ada", "/api/subjects").getContentAsString();

        assertThat(JsonPath.<List<String>>read(page, "$.items[*].code")).containsExactly("BBB", "AAA");
        assertThat(JsonPath.<Integer>read(page, "$.items[0].price.amount")).isEqualTo(15000);
    }

    /** As it goes into an address. */
    private static String typed(int number) {
        return URLEncoder.encode(string(number).grouped(), StandardCharsets.UTF_8);
    }

    private List<String> found(String filter) throws Exception {
        return ids(ACME, "/api/redeem-codes?" + filter, "redeemCodeId");
    }

    private List<String> ids(String as, String path, String field) throws Exception {
        return read(as, path, "$.items[*]." + field);
    }

    private void assertBad(String path, String field, String message) throws Exception {
        MockHttpServletResponse answer = get(ACME, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(400);
        assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.field"))
                .isEqualTo(field);
        assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.message"))
                .contains(message);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T extends @Nullable Object> T read(String as, String path, String expression) throws Exception {
        MockHttpServletResponse answer = get(as, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return JsonPath.read(answer.getContentAsString(), expression);
    }

    private MockHttpServletResponse get(String as, String path) throws Exception {
        return api.perform(MockMvcRequestBuilders.get(URI.create(path)).header("As", as))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse withToken(String token) throws Exception {
        return api.perform(MockMvcRequestBuilders.get("/api/overview")
                        .header("As", ACME)
                        .header("Consistency-Token", token))
                .andReturn()
                .getResponse();
    }
}
