package io.examledger.query.audit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.query.Database;
import io.examledger.query.Happened;
import io.examledger.query.ReadModels;
import io.examledger.query.audit.figures.FigureApi.Unit;
import io.examledger.query.audit.figures.FigureApi.Whole;
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

/** A history is told; then every figure is taken apart. */
@ParameterizedClass
@EnumSource
class FiguresTest {
    private static final String EARLY = "asOf=" + FigureStory.after(FigureStory.UNDER_EMBARGO);
    private static final String LATER = "asOf=" + FigureStory.after(FigureStory.RELEASED);
    /** Nothing changes what is asked. */
    @SuppressWarnings("NullAway.Init")
    private static ReadModels models;

    @SuppressWarnings("NullAway.Init")
    private static FigureApi api;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        models = ReadModels.all(database);
        api = new FigureApi(models);
        FigureStory.tell(models);
    }

    FiguresTest(Database database) {}

    @AfterParameterizedClassInvocation(injectArguments = false)
    static void stop() {
        models.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-15T09:00:00.000001Z", "2026-01-16T20:00:00Z"})
    @DisplayName("PLT-5 AUD-2 the units of all pages of every figure add up to it, and it is what the dashboard says")
    void units_add_up_to_the_figure(String asOf) throws Exception {
        String at = asOf.isEmpty() ? "" : "asOf=" + asOf;
        Dashboards dashboards = new Dashboards(api, at);
        for (String figure : api.names()) {
            boolean byOrder = figure.startsWith("redeemCodes.") || figure.startsWith("order.");
            for (Narrowed by : byOrder ? Narrowed.ANY : Narrowed.WITHOUT_ORDER) {
                String query = by.query(at);
                Whole whole = api.whole(figure, query, 4);

                assertThat(whole.value())
                        .as("%s of %s, beside the dashboard", figure, query)
                        .isEqualTo(dashboards.of(figure, by.account(), by.subject(), by.order()));
                assertThat(whole.sum()).as("units of %s of %s", figure, query).isEqualTo(whole.value());
                assertThat(whole.units().stream().map(Unit::id)).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    @DisplayName(
            "PLT-5 every figure of the story counts something, and folding the events of a unit alone makes it count")
    void the_events_of_a_unit_make_it_count() throws Exception {
        for (String figure : api.names()) {
            Whole whole = api.whole(figure, "", 500);
            assertThat(whole.units()).as(figure).isNotEmpty().allSatisfy(unit -> {
                List<Object> events = unit.events().stream()
                        .<Object>map(position -> models.log().at(position).getPayload())
                        .toList();
                assertThat(FoldedUnit.of(events).countsFor(figure, unit.id()))
                        .as("%s for %s: %s", unit, figure, events)
                        .isEqualTo(unit.amount());
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redeemCodes.purchased|#1|issued",
                "redeemCodes.unused|#12 then|issued unbound",
                "redeemCodes.bound|#4|issued bound unscheduled",
                "redeemCodes.scheduled|#10|issued bound scheduled",
                "redeemCodes.completed|#1|issued bound scheduled completed",
                "redeemCodes.used|#4|issued bound unscheduled",
                "redeemCodes.refunded|#2|issued refunded",
                "redeemCodes.expired|#5|issued expired",
                "exams.registrations|r-dora|registration-opened",
                "exams.attended|a-ada|scheduled exam-begun",
                "exams.attended|a-carl|scheduled exam-begun terminated",
                "exams.passed|a-gina|scheduled recorded corrected released",
                "statistics.registrations|r-of-her-own|registration-opened",
                "statistics.scheduled|a-kim|scheduled",
                "statistics.missed|a-finn|scheduled missed",
                "statistics.missed|a-lena|scheduled missed",
                "statistics.rejected|a-hugo|scheduled identity-rejected",
                "statistics.failed|a-ada|scheduled recorded released corrected",
                "statistics.invalid|a-carl|scheduled recorded released",
                "statistics.awaiting|a-iris|scheduled exam-begun",
                "order.total|o3|placed",
                "order.paid|o1/1|purchased",
                "order.paid|o1/2|payment-captured purchased",
                "order.refunded|f1|requested calculated part-returned settled refunded"
            })
    @DisplayName("PLT-5 a unit's events are those that make it count now")
    void the_deciding_events(String figure, String unit, String types) throws Exception {
        String then = unit.endsWith(" then") ? LATER : "";
        String id = unit.startsWith("#") ? code(unit.replace(" then", "").substring(1)) : unit;

        assertThat(api.whole(figure, then, 500).units())
                .filteredOn(found -> found.id().equals(id))
                .singleElement()
                .satisfies(found -> assertThat(found.types().stream()
                                .map(type -> type.substring(type.indexOf('.') + 1))
                                .toList())
                        .containsExactly(types.split(" ", -1)));
    }

    private static String code(String number) {
        return Happened.code(Integer.parseInt(number) > 10 ? "o2" : "o1", Integer.parseInt(number));
    }

    @Test
    @DisplayName("PLT-5 the capture of a payment that failed is none of the events of the one that was made")
    void a_failed_payment_does_not_count() throws Exception {
        assertThat(api.whole("order.paid", "order=o1", 500).units())
                .filteredOn(unit -> unit.id().equals("o1/2"))
                .singleElement()
                .satisfies(unit -> assertThat(
                                models.log().at(unit.events().getFirst()).getPayload())
                        .hasToString("PaymentCaptured[orderId=o1, buyer=acme, paymentId=p2, part=2, reference=second,"
                                + " capturedAt=2026-01-10T09:00:00Z]"));
    }

    @Test
    @DisplayName("RES-1 before its release a result is in no figure and among no events")
    void nothing_is_told_before_the_release() throws Exception {
        for (String figure : api.names()) {
            Whole early = api.whole(figure, EARLY, 500);
            assertThat(early.units())
                    .as(figure)
                    .noneMatch(unit -> unit.types().stream().anyMatch(type -> type.startsWith("exam-result.")));
            if (List.of("passed", "failed", "invalid").contains(figure.substring(figure.indexOf('.') + 1))) {
                assertThat(early).as(figure).isEqualTo(new Whole(0, List.of()));
            }
        }
        assertThat(api.whole("statistics.awaiting", EARLY, 500).units().stream().map(Unit::id))
                .containsExactly("a-iris", "a-gina", "a-carl", "a-ada");
        assertThat(api.whole("exams.passed", LATER, 500).units())
                .filteredOn(unit -> unit.id().equals("a-ada"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.types())
                        .as("not the correction that came later")
                        .endsWith("exam-result.recorded", "exam-result.released"));
    }

    @Test
    void each_figure_says_what_it_counts_and_by_what_it_is_narrowed() throws Exception {
        assertThat(api.names()).hasSize(23).doesNotHaveDuplicates();
        assertThat(api.<List<String>>read("/api/audit/figures", "$.items[?(@.figure == 'order.paid')].counts"))
                .containsExactly("the parts of payments");
        assertThat(api.<List<String>>read("/api/audit/figures", "$.items[?(@.figure == 'exams.passed')].narrowedBy[*]"))
                .containsExactly("account", "subject");
    }
}
