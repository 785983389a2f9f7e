package io.examledger.query;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Judged.corrected;
import static io.examledger.query.Judged.recorded;
import static io.examledger.query.Judged.released;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.appointment.ExamOutcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** RES-1: until the release, nothing that can be asked differs with what the exam came to. */
class EmbargoTest {
    private static final List<String> ASKED = List.of(
            "/api/overview",
            "/api/statistics/subjects",
            "/api/statistics/examinees",
            "/api/statistics/examinees?outcome=PASS",
            "/api/statistics/examinees?outcome=FAIL",
            "/api/statistics/examinees?outcome=INVALID",
            "/api/statistics/examinees?attended=true&limit=1",
            "/api/appointments",
            "/api/registrations",
            "/api/redeem-codes",
            "/api/redeem-codes?status=COMPLETED",
            "/api/redeem-codes/" + Happened.code("o1", 1),
            "/api/orders",
            "/api/orders/o1",
            "/api/orders/o1/redeem-codes",
            "/api/messages",
            "/api/audit/events?limit=500",
            "/api/audit/orders/o1/timeline",
            "/api/audit/redeem-codes/" + Happened.code("o1", 1) + "/timeline",
            "/api/audit/redeem-codes/" + Happened.code("o1", 1) + "/explanation",
            "/api/audit/appointments/a-ada/timeline",
            "/api/audit/appointments/a-ada/explanation",
            "/api/audit/accounts/ada/timeline",
            "/api/audit/registrations/r-ada/explanation");
    private static final List<String> ASKERS = List.of("enterprise:acme", "examinee:ada", "operator", "auditor");

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "RES-1 no answer and no row tells a pass from a failure before the release, corrected or not; each does after")
    void nothing_differs_before_the_release(Database database) throws Exception {
        Seen passed = seen(database, ExamOutcome.PASS, 900, null);
        Seen failed = seen(database, ExamOutcome.FAIL, 100, null);
        Seen corrected = seen(database, ExamOutcome.FAIL, 100, ExamOutcome.PASS);
        Seen invalidated = seen(database, ExamOutcome.PASS, 900, ExamOutcome.INVALID);

        assertThat(passed.before).isNotEmpty().isEqualTo(failed.before);
        assertThat(corrected.before).isEqualTo(invalidated.before);
        assertThat(passed.after.get("enterprise:acme /api/overview")).contains("\"passed\":1,\"passRate\":0.5");
        assertThat(failed.after.get("enterprise:acme /api/overview")).contains("\"passed\":0,\"passRate\":0.0");
        assertThat(passed.after.get("examinee:ada /api/appointments"))
                .contains("\"result\":{\"outcome\":\"PASS\",\"score\":900,");
        assertThat(corrected.after.get("auditor /api/statistics/examinees?outcome=PASS"))
                .contains("\"appointmentId\":\"a-ada\"");
        assertThat(invalidated.after.get("auditor /api/statistics/examinees?outcome=INVALID"))
                .contains("\"appointmentId\":\"a-ada\"");
    }

    /** All answers and all rows, before the release and after it. */
    private record Seen(Map<String, String> before, Map<String, String> after) {}

    /** @param correction null if the outcome is not corrected */
    private static Seen seen(Database database, ExamOutcome outcome, int points, @Nullable ExamOutcome correction)
            throws Exception {
        Sat ada = Sat.by("ada", issued("o1", 1, "acme", "AAA"));
        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA")).online();
        try (ReadModels models = ReadModels.all(database)) {
            models.at(Happened.T0);
            models.given(
                    introduced("AAA"),
                    registered("ada", "Ada Lovelace"),
                    registered("bob", "Bob Noname"),
                    placed("o1", "acme", "AAA", 2),
                    purchased("o1", "acme", "AAA", 2),
                    ada.code(),
                    bob.code());
            List<Object> day = new ArrayList<>(ada.scheduled());
            day.addAll(bob.scheduled());
            day.addAll(ada.begun());
            day.addAll(bob.begun());
            day.addAll(recorded(ada, outcome, points));
            if (correction != null) {
                day.addAll(corrected(ada, outcome, correction, 500));
            }
            models.at(Sat.START).given(day);
            MockMvc api = QueryApi.over(models, new FakeVaults());
            Map<String, String> before = everything(models, api);
            models.at(ada.releaseAt());
            models.given(correction == null ? released(ada, outcome, points) : released(ada, correction, 500));
            return new Seen(before, everything(models, api));
        }
    }

    private static Map<String, String> everything(ReadModels models, MockMvc api) throws Exception {
        Map<String, String> everything = new LinkedHashMap<>();
        for (String asker : ASKERS) {
            for (String path : ASKED) {
                MockHttpServletResponse answer = api.perform(
                                MockMvcRequestBuilders.get(URI.create(path)).header("As", asker))
                        .andReturn()
                        .getResponse();
                everything.put(asker + " " + path, answer.getStatus() + " " + masked(answer.getContentAsString()));
            }
        }
        for (String table : tables(models)) {
            everything.put(
                    table,
                    models.rows("select * from read_model." + table).stream()
                            .map(row -> masked(row.toString()))
                            .sorted()
                            .toList()
                            .toString());
        }
        return everything;
    }

    /** Ids of events are new in every log. */
    private static String masked(String answer) {
        return answer.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }

    /** All but those of the runner, which holds no facts of exams. */
    private static List<String> tables(ReadModels models) {
        return models.rows("""
                        select table_name
                        from information_schema.tables
                        where table_schema = 'read_model'
                          and table_name not in ('token', 'dead_letter', 'export')
                        order by table_name
                        """).stream()
                .map(row -> String.valueOf(row.get("table_name")))
                .toList();
    }
}
