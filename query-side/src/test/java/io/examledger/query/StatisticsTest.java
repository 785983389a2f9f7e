package io.examledger.query;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Judged.recorded;
import static io.examledger.query.Judged.released;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.appointment.ExamOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** PLT-4: statistics by subject and by attempt, over HTTP. */
@ParameterizedClass
@EnumSource
class StatisticsTest {
    private static final String ACME = "enterprise:acme";
    private static final String EXAMINEES = "/api/statistics/examinees";
    private final Database database;
    private final FakeVaults vault = new FakeVaults();
    private ReadModels models;
    private MockMvc api;

    StatisticsTest(Database database) {
        this.database = database;
    }

    /** Of Acme's, Ada passed, Bob failed, Cleo did not come, and Dan waits for his result; Eve is another company's. */
    @BeforeEach
    void play() {
        models = ReadModels.all(database);
        api = QueryApi.over(models, vault);
        Sat ada = Sat.by("ada", issued("o1", 1, "acme", "AAA"));
        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA")).online();
        Sat cleo = Sat.by("cleo", issued("o1", 3, "acme", "AAA"));
        Sat dan = Sat.by("dan", issued("o2", 4, "acme", "BBB")).at(Sat.START.plus(Duration.ofDays(30)));
        Sat eve = Sat.by("eve", issued("o3", 5, "globex", "AAA"));
        List<Object> events = new ArrayList<>(List.of(
                introduced("AAA"),
                introduced("BBB"),
                introduced("CCC"),
                registered("ada", "Ada Lovelace"),
                registered("bob", "Bob Lovelorn"),
                registered("cleo", "Cléo  Ñandú"),
                registered("dan", "Dan Brown"),
                registered("eve", "Eve Lovelace"),
                Sat.SITE));
        for (Sat sat : List.of(ada, bob, cleo, dan, eve)) {
            events.add(sat.code());
            events.addAll(sat.scheduled());
        }
        events.addAll(cleo.missed());
        for (Sat sat : List.of(ada, bob, dan)) {
            ExamOutcome outcome = sat.equals(bob) ? ExamOutcome.FAIL : ExamOutcome.PASS;
            events.addAll(sat.begun());
            events.addAll(recorded(sat, outcome, 500));
            if (!sat.equals(dan)) {
                events.addAll(released(sat, outcome, 500));
            }
        }
        models.given(events);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName("PLT-4, ACC-4 an enterprise sees the attempts on its own codes, staff see all and narrow")
    void attempts_are_seen_by_who_paid() throws Exception {
        assertThat(attempts(ACME, "")).containsExactly("a-dan", "a-cleo", "a-bob", "a-ada");
        assertThat(attempts("enterprise:globex", "")).containsExactly("a-eve");
        assertThat(attempts("auditor", "")).hasSize(5);
        assertThat(attempts("operator", "?account=globex")).containsExactly("a-eve");
        assertThat(get(ACME, EXAMINEES + "?account=globex").getStatus()).isEqualTo(400);
    }

    @Test
    @DisplayName("PLT-4 attempts are found by part of a name, whatever its case and accents; erased people are not")
    void attempts_by_name() throws Exception {
        assertThat(attempts(ACME, "?name=LOVEL")).containsExactly("a-bob", "a-ada");
        assertThat(attempts(ACME, "?name=cleo%20nandu")).containsExactly("a-cleo");
        assertThat(attempts("auditor", "?name=lovelace&limit=2")).containsExactly("a-eve", "a-ada");
        assertThat(attempts(ACME, "?name=nobody")).isEmpty();

        vault.erase("ada");
        assertThat(attempts(ACME, "?name=lovel")).containsExactly("a-bob");
        assertThat(this.<List<String>>read(ACME, EXAMINEES, "$.items[?(@.appointmentId == 'a-ada')].examinee.name"))
                .containsExactly((String) null);
    }

    @Test
    @DisplayName("PLT-4 attempts by subject, type, mode, status, released outcome and time")
    void attempts_by_filter() throws Exception {
        assertThat(attempts(ACME, "?subject=BBB")).containsExactly("a-dan");
        assertThat(attempts(ACME, "?examType=PRACTICAL")).isEmpty();
        assertThat(attempts(ACME, "?examType=THEORY&category=CAREER")).hasSize(4);
        assertThat(attempts(ACME, "?deliveryMode=ONLINE_PROCTORED")).containsExactly("a-bob");
        assertThat(attempts(ACME, "?status=MISSED")).containsExactly("a-cleo");
        assertThat(attempts(ACME, "?attended=true")).containsExactly("a-dan", "a-bob", "a-ada");
        assertThat(attempts(ACME, "?attended=false")).containsExactly("a-cleo");
        assertThat(attempts(ACME, "?outcome=PASS")).containsExactly("a-ada");
        assertThat(attempts(ACME, "?from=2026-03-01T09:00:00Z&to=2026-03-31T09:00:00Z"))
                .containsExactly("a-cleo", "a-bob", "a-ada");
        assertThat(attempts(ACME, "?from=2026-03-01T09:00:00.001Z")).containsExactly("a-dan");
        for (String wrong : List.of("?attended=yes", "?outcome=GOOD", "?from=today", "?examTyp=THEORY")) {
            assertThat(get(ACME, EXAMINEES + wrong).getStatus()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("PLT-4, RES-1 a row says who, what, when, how and what it came to, once that is released")
    void attempt_fields() throws Exception {
        assertThat(this.<Map<String, Object>>read(ACME, EXAMINEES + "?name=ada", "$.items[0]"))
                .hasToString("{appointmentId=a-ada, accountId=acme, examinee={accountId=ada, name=Ada Lovelace}, "
                        + "subject=AAA, title=Title of AAA, category=CAREER, examType=THEORY, "
                        + "deliveryMode=TEST_CENTER, start=2026-03-01T09:00:00Z, status=ATTENDED, "
                        + "result={outcome=PASS, score=500, releasedAt=2026-03-04T10:30:00Z}, "
                        + "redeemCodeId=" + Happened.code("o1", 1) + ", orderId=o1, registrationId=r-ada}");
        assertThat(this.<Map<String, Object>>read(ACME, EXAMINEES + "?name=dan", "$.items[0]"))
                .doesNotContainKey("result")
                .containsEntry("status", "ATTENDED");
    }

    @Test
    @DisplayName("PLT-4 pages follow each other without a gap, with and without a name")
    void attempts_by_page() throws Exception {
        for (String filter : List.of("?", "?name=e&")) {
            List<String> all = attempts("auditor", filter + "limit=500");
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                String page = EXAMINEES + filter + "limit=2" + cursor;
                paged.addAll(this.<List<String>>read("auditor", page, "$.items[*].appointmentId"));
                String next = this.<String>read("auditor", page, "$.nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(paged).as(filter).isEqualTo(all).hasSizeGreaterThan(2);
        }
    }

    @Test
    @DisplayName(
            "PLT-1, PLT-4 a subject's numbers, which the overview agrees with; the rate is empty where nobody attended")
    void numbers_by_subject() throws Exception {
        String aaa = "\"registrations\":3,\"scheduled\":0,\"missed\":1,\"rejected\":0,\"attended\":2,\"passed\":1,"
                + "\"failed\":1,\"invalid\":0,\"awaiting\":0,\"passRate\":0.5000}";
        String bbb = "\"registrations\":1,\"scheduled\":0,\"missed\":0,\"rejected\":0,\"attended\":1,\"passed\":0,"
                + "\"failed\":0,\"invalid\":0,\"awaiting\":1,\"passRate\":0.0000}";
        assertThat(get(ACME, "/api/statistics/subjects").getContentAsString())
                .isEqualTo("{\"items\":[{\"subject\":\"BBB\",\"title\":\"Title of BBB\",\"category\":\"CAREER\","
                        + "\"examType\":\"THEORY\"," + bbb + ",{\"subject\":\"AAA\",\"title\":\"Title of AAA\","
                        + "\"category\":\"CAREER\",\"examType\":\"THEORY\"," + aaa + "],\"nextCursor\":null}");
        assertThat(get(ACME, "/api/overview").getContentAsString())
                .contains("\"exams\":{\"registrations\":4,\"attended\":3,\"passed\":1,\"passRate\":0.3333}");
        assertThat(get("auditor", "/api/statistics/subjects?account=globex").getContentAsString())
                .contains("\"registrations\":1,\"scheduled\":1,")
                .endsWith("\"awaiting\":0,\"passRate\":null}],\"nextCursor\":null}");
        assertThat(this.<List<Integer>>read("auditor", "/api/statistics/subjects", "$.items[*].registrations"))
                .containsExactly(1, 4);
    }

    @Test
    @DisplayName("ACC-4, RES-1 an examinee sees their appointment with time, place, and its released result")
    void own_appointments() throws Exception {
        assertThat(get("examinee:ada", "/api/appointments").getContentAsString())
                .isEqualTo("{\"items\":[{\"appointmentId\":\"a-ada\",\"registrationId\":\"r-ada\","
                        + "\"subject\":\"AAA\",\"title\":\"Title of AAA\","
                        + "\"examinee\":{\"accountId\":\"ada\",\"name\":\"Ada Lovelace\"},"
                        + "\"deliveryMode\":\"TEST_CENTER\",\"sessionId\":\"berlin-1772355600\","
                        + "\"site\":{\"siteId\":\"berlin\",\"name\":\"Berlin Mitte\","
                        + "\"address\":\"Beispielstrasse 1\",\"zone\":\"Europe/Berlin\"},"
                        + "\"start\":\"2026-03-01T09:00:00Z\",\"end\":\"2026-03-01T10:30:00Z\","
                        + "\"showUpFrom\":\"2026-03-01T08:30:00Z\",\"showUpUntil\":\"2026-03-01T09:00:00Z\","
                        + "\"status\":\"ATTENDED\",\"scheduledAt\":\"2026-01-10T09:00:00Z\","
                        + "\"result\":{\"outcome\":\"PASS\",\"score\":500,"
                        + "\"releasedAt\":\"2026-03-04T10:30:00Z\"}}],\"nextCursor\":null}");
        assertThat(get("examinee:bob", "/api/appointments").getContentAsString())
                .doesNotContain("\"site\"");
        assertThat(get("examinee:dan", "/api/appointments").getContentAsString())
                .doesNotContain("\"result\"");
        assertThat(this.<List<String>>read(ACME, "/api/appointments", "$.items[*].examinee.accountId"))
                .containsExactly("dan", "cleo", "bob", "ada");
        assertThat(get("examinee:zoe", "/api/appointments").getContentAsString())
                .contains("\"items\":[]");
    }

    private List<String> attempts(String as, String filter) throws Exception {
        return read(as, EXAMINEES + filter, "$.items[*].appointmentId");
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T extends @Nullable Object> T read(String as, String path, String expression) throws Exception {
        MockHttpServletResponse answer = get(as, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return JsonPath.read(answer.getContentAsString(), expression);
    }

    private MockHttpServletResponse get(String as, String path) throws Exception {
        MockHttpServletResponse answer = api.perform(
                        MockMvcRequestBuilders.get(URI.create(path)).header("As", as))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }
}
