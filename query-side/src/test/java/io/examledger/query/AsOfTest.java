package io.examledger.query;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.regenerated;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Happened.unbound;
import static io.examledger.query.Happened.withdrawn;
import static io.examledger.query.Judged.corrected;
import static io.examledger.query.Judged.recorded;
import static io.examledger.query.Judged.released;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ParameterizedClass
@EnumSource
class AsOfTest {
    private static final List<String> ASKED = List.of(
            "/api/overview",
            "/api/statistics/subjects",
            "/api/statistics/examinees",
            "/api/statistics/examinees?outcome=PASS&limit=1",
            "/api/appointments",
            "/api/registrations",
            "/api/redeem-codes",
            "/api/redeem-codes?status=UNUSED&limit=2",
            "/api/redeem-codes?redeemCode=" + TwoCompanies.typed(2),
            "/api/redeem-codes?redeemCode=" + TwoCompanies.typed(20),
            "/api/redeem-codes/" + Happened.code("o1", 1),
            "/api/redeem-codes/" + Happened.code("o1", 2),
            "/api/orders",
            "/api/orders?status=PAID",
            "/api/orders/o1",
            "/api/orders/o1/redeem-codes",
            "/api/orders/o2");
    private static final List<String> ASKERS =
            List.of("enterprise:acme", "enterprise:globex", "examinee:ada", "auditor");
    private static final Instant BEGIN = Instant.parse("2026-01-10T09:00:00.000001Z");
    private static final Duration STEP = Duration.ofHours(7);

    private final Database database;
    private final RedeemCodeEvent.Issued one = issued("o1", 1, "acme", "AAA");
    private final RedeemCodeEvent.Issued two = issued("o1", 2, "acme", "AAA");
    private final Sat ada = Sat.by("ada", one);
    private ReadModels models;
    private MockMvc api;

    AsOfTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = ReadModels.all(database);
        api = QueryApi.over(models, new FakeVaults());
    }

    @AfterEach
    void stop() {
        models.close();
    }

    private List<List<Object>> history() {
        List<List<Object>> history = new ArrayList<>(List.of(
                List.of(introduced("AAA"), Sat.SITE, registered("acme", "Acme Corporation")),
                List.of(registered("ada", "Ada Lovelace"), placed("o1", "acme", "AAA", 3)),
                List.of(purchased("o1", "acme", "AAA", 3)),
                List.of(one, two),
                List.of(issued("o1", 3, "acme", "AAA")),
                List.of(bound(two, "bob"), opened(two, "bob")),
                ada.scheduled(),
                List.of(unbound(two, "bob"), withdrawn(two, "bob"), regenerated(two, 20)),
                List.of(ada.moved(Sat.START.plus(Duration.ofDays(1)))),
                ada.begun(),
                recorded(ada, ExamOutcome.FAIL, 100),
                List.of(introduced("BBB"), placed("o2", "globex", "BBB", 1)),
                released(ada, ExamOutcome.FAIL, 100),
                List.of(purchased("o2", "globex", "BBB", 1), issued("o2", 4, "globex", "BBB")),
                corrected(ada, ExamOutcome.FAIL, ExamOutcome.PASS, 900),
                List.of(Happened.expired(two))));
        history.add(List.of(Happened.expired(issued("o2", 4, "globex", "BBB"))));
        return history;
    }

    @Test
    @DisplayName("AUD-2 RES-1 ACC-4 as of any past moment everybody is answered as they were at that moment")
    void as_of_a_moment_is_answered_what_was_answered_then() throws Exception {
        Map<Instant, Map<String, String>> then = new LinkedHashMap<>();
        Instant time = BEGIN;
        for (List<Object> step : history()) {
            models.at(time).given(step);
            then.put(time, answers(""));
            time = time.plus(STEP);
        }
        assertThat(then.values().stream().distinct())
                .as("all but the recording of the result changes an answer")
                .hasSizeGreaterThanOrEqualTo(then.size() - 1);

        boolean exactly = true;
        for (Map.Entry<Instant, Map<String, String>> moment : then.entrySet()) {
            Instant asked =
                    exactly ? moment.getKey() : moment.getKey().plus(STEP).minusNanos(1);
            exactly = !exactly;
            assertThat(answers(asked.toString())).as("at %s", asked).isEqualTo(moment.getValue());
        }
    }

    @Test
    @DisplayName("AUD-2 before the first event there is nothing")
    void before_the_first_event_there_is_nothing() throws Exception {
        models.at(BEGIN);
        for (List<Object> step : history()) {
            models.given(step);
        }
        String before = "?asOf=" + BEGIN.minusNanos(1);

        assertThat(get("auditor", "/api/orders" + before).getContentAsString())
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(get("auditor", "/api/orders/o1" + before).getStatus()).isEqualTo(404);
        MockHttpServletResponse overview = get("enterprise:acme", "/api/overview" + before);
        assertThat(JsonPath.<Integer>read(overview.getContentAsString(), "$.redeemCodes.purchased"))
                .isZero();
        assertThat(overview.getHeader("As-Of-Position")).isEqualTo("0");
    }

    @Test
    @DisplayName("AUD-2 an answer says as of which instant and position it is")
    void an_answer_carries_instant_and_position() throws Exception {
        models.at(BEGIN).given(introduced("AAA"), placed("o1", "acme", "AAA", 1));
        models.at(BEGIN.plus(STEP)).given(purchased("o1", "acme", "AAA", 1));

        MockHttpServletResponse answer = get("operator", "/api/orders/o1?asOf=2026-01-10T12:00:00Z");
        assertThat(answer.getHeader("As-Of")).isEqualTo("2026-01-10T12:00:00Z");
        assertThat(answer.getHeader("As-Of-Position")).isEqualTo("2");
        assertThat(answer.getContentAsString()).contains("\"status\":\"PENDING\"", "\"paid\":[]");
        MockHttpServletResponse present = get("operator", "/api/orders/o1");
        assertThat(present.getHeaderNames()).doesNotContain("As-Of", "As-Of-Position");
        assertThat(present.getContentAsString()).contains("\"status\":\"PAID\"");
    }

    @Test
    @DisplayName("AUD-2 the future, what is no instant, and questions that have no past are refused")
    void what_has_no_past_is_refused() throws Exception {
        assertBad("/api/overview?asOf=" + QueryApi.NOW.plusNanos(1), "of the future");
        assertThat(get("operator", "/api/overview?asOf=" + QueryApi.NOW).getStatus())
                .isEqualTo(200);
        assertBad("/api/overview?asOf=yesterday", "an instant such as");
        assertBad("/api/overview?asOf=", "an instant such as");
        assertBad("/api/overview?asOf=2026-01-10T12:00:00Z&asOf=2026-01-10T12:00:00Z", "more than once");
        assertBad("/api/subjects?asOf=2026-01-10T12:00:00Z", "unknown parameter");
    }

    @Test
    @DisplayName("AUD-2 ACC-4 someone else's past is as unknown as their present")
    void the_past_of_others_is_unknown() throws Exception {
        models.at(BEGIN).given(introduced("AAA"), placed("o1", "acme", "AAA", 1), one);
        for (String path :
                List.of("/api/orders/o1", "/api/orders/o1/redeem-codes", "/api/redeem-codes/" + one.redeemCodeId())) {
            String then = path + "?asOf=" + BEGIN;
            assertThat(get("enterprise:globex", then).getStatus()).as(path).isEqualTo(404);
            assertThat(get("enterprise:acme", then).getStatus()).as(path).isEqualTo(200);
        }
        assertBad("enterprise:globex", "/api/orders?account=acme&asOf=" + BEGIN, "only operators");
    }

    @Test
    @DisplayName("AUD-2 read models that have not come so far yet are waited for, and then told of")
    void read_models_that_are_behind_are_told_of() throws Exception {
        models.at(BEGIN).given(introduced("AAA"));
        models.projections().stop();
        models.at(BEGIN.plus(STEP));
        models.log().append(placed("o1", "acme", "AAA", 1));

        assertThat(get("operator", "/api/orders?asOf=" + BEGIN).getStatus()).isEqualTo(200);
        MockHttpServletResponse behind = get("operator", "/api/orders?asOf=" + BEGIN.plus(STEP));
        assertThat(behind.getStatus()).isEqualTo(503);
        assertThat(behind.getHeader("Retry-After")).isEqualTo("1");
    }

    private Map<String, String> answers(String asOf) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String asker : ASKERS) {
            for (String path : ASKED) {
                String at = asOf.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "asOf=" + asOf;
                MockHttpServletResponse answer = get(asker, path + at);
                answers.put(asker + " " + path, answer.getStatus() + " " + answer.getContentAsString());
            }
        }
        return answers;
    }

    private void assertBad(String path, String message) throws Exception {
        assertBad("operator", path, message);
    }

    private void assertBad(String as, String path, String message) throws Exception {
        MockHttpServletResponse answer = get(as, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains(message);
    }

    private MockHttpServletResponse get(String as, String path) throws Exception {
        return api.perform(MockMvcRequestBuilders.get(URI.create(path)).header("As", as))
                .andReturn()
                .getResponse();
    }
}
