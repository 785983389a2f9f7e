package io.examledger.query.audit.figures;

import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.audit.figures.FigureApi.Unit;
import io.examledger.query.audit.figures.FigureApi.Whole;
import io.examledger.query.bills.BillProjection;
import io.examledger.query.overview.OverviewProjection;
import io.examledger.query.redeemcodes.RedeemCodeProjection;
import io.examledger.query.subjects.SubjectProjection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Four codes, and what is asked of them while things go on. */
@ParameterizedClass
@EnumSource
class FigurePagesTest {
    private static final Instant BEGIN = Instant.parse("2026-01-10T09:00:00.000001Z");
    private static final List<RedeemCodeEvent.Issued> CODES = List.of(
            issued("o1", 1, "acme", "AAA"),
            issued("o1", 2, "acme", "AAA"),
            issued("o1", 3, "acme", "AAA"),
            issued("o1", 4, "acme", "AAA"));
    private static final String UNUSED = "/api/audit/figures/redeemCodes.unused?limit=2";

    private final Database database;
    private final ReadModels models;
    private final FigureApi api;

    FigurePagesTest(Database database) {
        this.database = database;
        models = ReadModels.all(database);
        api = new FigureApi(models);
    }

    @BeforeEach
    void play() {
        models.at(BEGIN).given(introduced("AAA"), placed("o1", "acme", "AAA", 4), purchased("o1", "acme", "AAA", 4));
        models.at(BEGIN.plus(Duration.ofDays(1))).given(CODES);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName("PLT-5 AUD-2 pages that follow are of the moment of the first, whatever happens meanwhile")
    void pages_are_of_one_moment() throws Exception {
        MockHttpServletResponse first = api.get(UNUSED);
        String cursor = api.read(UNUSED, "$.nextCursor");
        assertThat(first.getHeader("As-Of")).isEqualTo("2026-01-11T09:00:00.000001Z");
        assertThat(first.getHeader("As-Of-Position")).isEqualTo("7");

        models.at(BEGIN.plus(Duration.ofDays(2))).given(bound(CODES.get(0), "ada"), bound(CODES.get(3), "bob"));

        Whole rest = api.from(UNUSED + "&cursor=" + cursor);
        assertThat(rest.value()).isEqualTo(4);
        assertThat(rest.units().stream().map(Unit::id))
                .containsExactly(CODES.get(1).redeemCodeId(), CODES.get(0).redeemCodeId());
        assertThat(api.get(UNUSED + "&cursor=" + cursor).getHeader("As-Of")).isEqualTo(first.getHeader("As-Of"));
        assertThat(api.whole("redeemCodes.unused", "", 2).units().stream().map(Unit::id))
                .containsExactly(CODES.get(2).redeemCodeId(), CODES.get(1).redeemCodeId());
        assertThat(api.whole("redeemCodes.unused", "asOf=" + first.getHeader("As-Of"), 2)
                        .value())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("PLT-5 AUD-2 a figure waits for the index of the history, without which it has no events")
    void what_is_behind_is_waited_for() throws Exception {
        try (ReadModels untold = new ReadModels(
                database,
                new SubjectProjection(),
                new RedeemCodeProjection(),
                new BillProjection(),
                new OverviewProjection())) {
            untold.at(BEGIN).given(introduced("AAA"));
            FigureApi behind = new FigureApi(untold);

            assertThat(behind.get(UNUSED).getStatus()).isEqualTo(503);
            assertThat(behind.get(UNUSED + "&asOf=2026-01-01T00:00:00Z").getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName(
            "PLT-5 AUD-2 the present is the time of the last event, also where it is parked and the index lacks it")
    void present_is_told_by_the_log() throws Exception {
        models.execute("delete from read_model.audit_event where position = 7");

        assertThat(api.get(UNUSED).getHeader("As-Of")).isEqualTo("2026-01-11T09:00:00.000001Z");
        assertThat(api.whole("redeemCodes.unused", "", 2).value()).isEqualTo(4);
    }

    @Test
    @DisplayName("PLT-5 AUD-2 nothing is of a moment that is still to come, also if a cursor says so")
    void cursor_of_the_future_is_refused() throws Exception {
        String future = new FigureCursor(Instant.parse("2030-01-01T00:00:00Z"), Place.BEGINNING).written();
        MockHttpServletResponse refused = api.get(UNUSED + "&cursor=" + future);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("\"field\":\"cursor\"", "of the future");

        assertThat(api.whole("redeemCodes.unused", "asOf=2027-05-01T00:00:00Z", 2)
                        .units())
                .as("of a moment after the last event")
                .hasSize(4);
        models.at(Instant.parse("2027-07-01T00:00:00Z")).given(introduced("BBB"));
        assertThat(api.whole("redeemCodes.unused", "", 2).units())
                .as("recorded by a clock that is ahead")
                .hasSize(4);
    }

    @Test
    @DisplayName("PLT-5 a sum of money over no orders is none, and currencies do not add up")
    void money_has_a_currency() throws Exception {
        assertThat(api.<Object>read("/api/audit/figures/order.total?account=nobody", "$.value"))
                .isNull();
        assertThat(api.<Object>read("/api/audit/figures/order.refunded", "$.value"))
                .hasToString("{amount=0, currency=USD}");

        Money euros = new Money(9_900, "EUR");
        models.given(new OrderEvent.Placed("o2", "globex", OrderKind.ENTERPRISE, "AAA", 1, euros, euros, "1", T0));

        MockHttpServletResponse several = api.get("/api/audit/figures/order.total");
        assertThat(several.getStatus()).isEqualTo(400);
        assertThat(several.getContentAsString()).contains("\"field\":\"currency\"", "one of EUR, USD");
        assertThat(api.<Object>read("/api/audit/figures/order.total?currency=EUR", "$.value"))
                .hasToString("{amount=9900, currency=EUR}");
        assertThat(api.whole("order.total", "currency=USD", 1).units().stream().map(Unit::id))
                .containsExactly("o1");
    }

    @Test
    void what_is_no_question_is_refused() throws Exception {
        for (String line : List.of(
                "redeemCodes.eaten|400|one of redeemCodes.purchased, redeemCodes.unused",
                "redeemCodes|400|order.refunded",
                "redeemCodes.unused?currency=USD|400|narrowed by account, subject, order",
                "exams.passed?order=o1|400|narrowed by account, subject",
                "statistics.missed?order=o1|400|narrowed by account, subject",
                "order.paid?order=o9|404|order",
                "redeemCodes.used?order=o9|404|order",
                "redeemCodes.used?order=o1&account=globex|404|order",
                "order.total?order=o1&asOf=2026-01-10T00:00:00Z|404|order",
                "order.paid?limit=0|400|limit",
                "order.paid?cursor=AAAAAAAAAAE|400|not a cursor of this list",
                "order.paid?cursor=~|400|not a cursor of this list",
                "order.paid?asOf=2030-01-01T00:00:00Z|400|of the future",
                "order.paid?colour=red|400|unknown parameter")) {
            String[] refused = line.split("\\|", 3);
            MockHttpServletResponse answer = api.get("/api/audit/figures/" + refused[0]);
            assertThat(answer.getStatus()).as(line).hasToString(refused[1]);
            assertThat(answer.getContentAsString()).as(line).contains(refused[2]);
        }
    }

    @Test
    void a_cursor_is_not_taken_to_another_moment() throws Exception {
        String cursor = URLEncoder.encode(api.read(UNUSED, "$.nextCursor"), StandardCharsets.UTF_8);

        assertThat(api.get(UNUSED + "&cursor=" + cursor + "&asOf=2026-01-11T09:00:00.000001Z")
                        .getStatus())
                .isEqualTo(200);
        MockHttpServletResponse other = api.get(UNUSED + "&cursor=" + cursor + "&asOf=2026-01-11T10:00:00Z");
        assertThat(other.getStatus()).isEqualTo(400);
        assertThat(other.getContentAsString()).contains("as of another moment");
    }
}
