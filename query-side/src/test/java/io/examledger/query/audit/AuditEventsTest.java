package io.examledger.query.audit;

import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.Database;
import io.examledger.query.Happened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A company's order of two codes, of which Ada binds one: eight events on three days. */
@ParameterizedClass
@EnumSource
class AuditEventsTest {
    private static final RedeemCodeEvent.Issued ONE = issued("o1", 1, "acme", "AAA");
    /** Nothing changes what is asked. */
    @SuppressWarnings("NullAway.Init")
    private static AuditApi api;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        api = new AuditApi(database);
        api.caused(T0, "staff", "request-1").given(introduced("AAA"), registered("ada", "Ada Lovelace"));
        api.caused(T0.plus(Duration.ofDays(1)), "acme", "request-2")
                .given(placed("o1", "acme", "AAA", 2), purchased("o1", "acme", "AAA", 2));
        api.caused(T0.plus(Duration.ofDays(1)), "policy", "request-2").given(ONE, issued("o1", 2, "acme", "AAA"));
        api.caused(T0.plus(Duration.ofDays(2)), "ada", "request-3")
                .given(bound(ONE, "ada"), Happened.opened(ONE, "ada"));
    }

    AuditEventsTest(Database database) {}

    @AfterParameterizedClassInvocation(injectArguments = false)
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|8 7 6 5 4 3 2 1",
                "?aggregate=Order|4 3",
                "?aggregate=order|''",
                "?id=ada:AAA|8",
                "?type=redeem-code.issued|6 5",
                "?actor=policy|6 5",
                "?correlation=request-2|6 5 4 3",
                "?correlation=request-2&actor=acme&type=order.placed|3",
                "?from=2026-01-11T09:00:00Z|8 7 6 5 4 3",
                "?from=2026-01-11T09:00:00.000001Z|8 7",
                "?to=2026-01-11T09:00:00Z|2 1",
                "?to=2026-01-11T09:00:00.000001Z|6 5 4 3 2 1",
                "?from=2026-01-11T00:00:00Z&to=2026-01-12T00:00:00Z|6 5 4 3",
                "?from=2027-01-01T00:00:00Z|''",
                "?to=2020-01-01T00:00:00Z|''",
                "?fromPosition=7|8 7",
                "?toPosition=2|2 1",
                "?fromPosition=3&toPosition=5&aggregate=RedeemCode|5",
                "?actor=nobody|''"
            })
    @DisplayName("AUD-1 each filter narrows the history, newest first")
    void filters_narrow(String query, String positions) throws Exception {
        assertThat(api.positions("/api/audit/events" + query).stream()
                        .map(String::valueOf)
                        .toList())
                .isEqualTo(positions.isEmpty() ? List.of() : List.of(positions.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=order.eaten",
                "from=yesterday",
                "fromPosition=-1",
                "toPosition=last",
                "limit=501",
                "typ=order.placed",
                "actor=a&actor=b"
            })
    void a_filter_that_is_none_is_refused(String query) throws Exception {
        assertThat(api.get("/api/audit/events?" + query).getStatus()).isEqualTo(400);
    }

    @Test
    @DisplayName("AUD-1 an entry says what changed, who caused it, when, and from which request")
    void an_entry_tells_all() throws Exception {
        String entry = api.get("/api/audit/events?type=order.purchased").getContentAsString();

        assertThat(entry)
                .contains(
                        "\"position\":4",
                        "\"recordedAt\":\"2026-01-11T09:00:00Z\"",
                        "\"aggregate\":{\"type\":\"Order\",\"id\":\"o1\",\"sequence\":4}",
                        "\"type\":\"order.purchased\",\"revision\":1",
                        "\"actor\":\"acme\",\"correlationId\":\"request-2\",\"causationId\":\"request:request-2\"",
                        "\"policyVersion\":1",
                        "\"summary\":\"The order was paid, 50.00 USD by BALANCE, 250.00 USD by CARD; it is valid until"
                                + " 2027-01-10T09:00:00Z.\"",
                        "\"eventId\":\"");
    }

    @Test
    void pages_follow_the_position() throws Exception {
        List<Integer> seen = new ArrayList<>();
        String cursor = "";
        do {
            String path = "/api/audit/events?correlation=request-2&limit=3" + cursor;
            seen.addAll(api.positions(path));
            String next = api.nextCursor(path);
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(6, 5, 4, 3);
    }

    @Test
    @DisplayName("COD-11, AUD-5 neither names nor code strings are in the history's answers")
    void nothing_sealed_is_opened() throws Exception {
        String all = api.get("/api/audit/events?limit=500").getContentAsString();

        assertThat(all)
                .contains("redeem-code.issued", "account.registered")
                .doesNotContain(
                        "Lovelace",
                        Happened.string(1).grouped(),
                        Happened.string(1).normalised(),
                        "sealed:",
                        "digest-");
    }
}
