package io.examledger.query;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Judged.corrected;
import static io.examledger.query.Judged.recorded;
import static io.examledger.query.Judged.released;
import static io.examledger.query.Judged.terminated;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.appointment.ExamOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Given what happened to an appointment, then its row and what the overview counts it for. */
@ParameterizedClass
@EnumSource
class AttemptRowsTest {
    private final Database database;
    private final Sat ada = Sat.by("ada", issued("o1", 1, "acme", "AAA"));
    private ReadModels models;

    AttemptRowsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = ReadModels.all(database);
        models.given(introduced("AAA"), ada.code());
        models.given(ada.scheduled());
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName("PLT-4, APT-1 a row is an attempt, at the time to which it was moved")
    void scheduled_and_moved() {
        assertThat(row()).isEqualTo("SCHEDULED null null");
        assertThat(counted()).isEqualTo("1 0 0");

        models.given(ada.moved(Sat.START.plus(Duration.ofDays(7))));

        assertThat(models.rows("select session_id from read_model.attempt"))
                .hasToString("[{session_id=berlin-"
                        + Sat.START.plus(Duration.ofDays(7)).getEpochSecond() + "}]");
        models.given(ada.cancelled());
        assertThat(row()).isEqualTo("CANCELLED null null");
    }

    @Test
    @DisplayName("PLT-1, RES-1 who sits has attended, and has passed from the release on")
    void attended_then_passed() {
        models.given(ada.begun());
        assertThat(row()).isEqualTo("ATTENDED null null");
        assertThat(counted()).isEqualTo("1 1 0");

        models.given(recorded(ada, ExamOutcome.PASS, 900));
        assertThat(row()).isEqualTo("ATTENDED null null");
        assertThat(counted()).isEqualTo("1 1 0");

        models.given(released(ada, ExamOutcome.PASS, 900));
        assertThat(row()).isEqualTo("ATTENDED PASS 900");
        assertThat(counted()).isEqualTo("1 1 1");
    }

    @Test
    @DisplayName("RES-4 corrections and invalidations of a released result follow at once")
    void corrected_after_release() {
        models.given(ada.begun());
        models.given(recorded(ada, ExamOutcome.FAIL, 400));
        models.given(released(ada, ExamOutcome.FAIL, 400));

        models.given(corrected(ada, ExamOutcome.FAIL, ExamOutcome.PASS, 700));
        assertThat(row()).isEqualTo("ATTENDED PASS 700");
        assertThat(counted()).isEqualTo("1 1 1");

        models.given(corrected(ada, ExamOutcome.PASS, ExamOutcome.INVALID, null));
        assertThat(row()).isEqualTo("ATTENDED INVALID null");
        assertThat(counted()).isEqualTo("1 1 0");
    }

    @Test
    @DisplayName("RES-1, RES-4 a correction before the release changes nothing until then")
    void corrected_before_release() {
        models.given(ada.begun());
        models.given(recorded(ada, ExamOutcome.PASS, 700));

        models.given(corrected(ada, ExamOutcome.PASS, ExamOutcome.FAIL, 100));
        assertThat(row()).isEqualTo("ATTENDED null null");
        assertThat(counted()).isEqualTo("1 1 0");

        models.given(released(ada, ExamOutcome.FAIL, 100));
        assertThat(row()).isEqualTo("ATTENDED FAIL 100");
        assertThat(counted()).isEqualTo("1 1 0");
    }

    @Test
    @DisplayName("PLT-1, RES-3 a no-show did not attend, and the registration stays counted")
    void missed() {
        models.given(ada.missed());

        assertThat(row()).isEqualTo("MISSED null null");
        assertThat(counted()).isEqualTo("1 0 0");
    }

    @Test
    @DisplayName("PLT-1, ACC-3 whose session is launched and whose name does not match has not attended")
    void rejected_after_the_launch() {
        models.given(ada.begun());
        models.given(ada.identityRejected());

        assertThat(row()).isEqualTo("IDENTITY_REJECTED null null");
        assertThat(counted()).isEqualTo("1 0 0");
    }

    @Test
    @DisplayName(
            "PLT-1, APT-3 whose session is launched has attended once documents were shown, and never without them")
    void launched_without_documents() {
        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA")).online();
        models.given(bob.code());
        models.given(bob.scheduled());

        models.given(bob.launched());
        assertThat(bobsStatus()).isEqualTo("SCHEDULED");
        assertThat(counted()).isEqualTo("2 0 0");

        models.given(bob.missed());
        assertThat(bobsStatus()).isEqualTo("MISSED");
        assertThat(counted()).isEqualTo("2 0 0");
    }

    @Test
    @DisplayName("PLT-1, APT-3 where an earlier version let the exam begin with the launch, a no-show takes that back")
    void missed_after_the_launch_of_an_earlier_version() {
        models.given(ada.online().begunByLaunch());
        assertThat(row()).isEqualTo("ATTENDED null null");
        assertThat(counted()).isEqualTo("1 1 0");

        models.given(ada.missed());
        assertThat(row()).isEqualTo("MISSED null null");
        assertThat(counted()).isEqualTo("1 0 0");
    }

    private String bobsStatus() {
        return String.valueOf(models.rows("select status from read_model.attempt where examinee = 'bob'")
                .getFirst()
                .get("status"));
    }

    @Test
    @DisplayName("PLT-1, APT-10 an interruption counts as attended only if content was shown")
    void interrupted() {
        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA")).online();
        models.given(bob.code());
        models.given(bob.scheduled());
        models.given(ada.begun());
        models.given(bob.begun());
        assertThat(counted()).isEqualTo("2 2 0");

        models.given(ada.interrupted(false));
        models.given(bob.interrupted(true));

        assertThat(models.rows("select status from read_model.attempt order by appointment_id"))
                .hasToString("[{status=INTERRUPTED}, {status=ATTENDED}]");
        assertThat(counted()).isEqualTo("2 1 0");
    }

    @Test
    @DisplayName("PLT-1, APT-9 who is stopped for a violation has attended; the result is invalid once it can be seen")
    void ended_by_a_violation() {
        models.given(ada.begun());
        models.given(terminated(ada));
        assertThat(row()).isEqualTo("TERMINATED null null");

        models.given(released(ada, ExamOutcome.INVALID, null).subList(0, 1));
        assertThat(row()).isEqualTo("TERMINATED INVALID null");
        assertThat(counted()).isEqualTo("1 1 0");
    }

    @Test
    @DisplayName("PLT-5 folding in one batch or event by event gives the same rows")
    void batches_do_not_matter() {
        List<Object> history = new ArrayList<>(List.of(introduced("AAA"), Sat.SITE, Sat.session(Sat.START, 40)));
        IntStream.rangeClosed(1, 28).forEach(n -> {
            Sat sat = Sat.by("h" + n, issued("o1", n, "acme", "AAA"));
            history.add(sat.code());
            history.addAll(sat.scheduled());
            history.addAll(
                    switch (n % 7) {
                        case 0 -> sat.cancelled();
                        case 1 -> sat.missed();
                        case 2 -> List.of(sat.moved(Sat.START.plusSeconds(60)));
                        default -> sat.begun();
                    });
            switch (n % 7) {
                case 3 -> history.addAll(sat.interrupted(false));
                case 4 -> history.addAll(recorded(sat, ExamOutcome.PASS, 800));
                case 5 -> {
                    history.addAll(recorded(sat, ExamOutcome.PASS, 800));
                    history.addAll(released(sat, ExamOutcome.PASS, 800));
                    history.addAll(corrected(sat, ExamOutcome.PASS, ExamOutcome.FAIL, 1));
                }
                case 6 -> {
                    history.addAll(recorded(sat, ExamOutcome.FAIL, 1));
                    history.addAll(corrected(sat, ExamOutcome.FAIL, ExamOutcome.PASS, 800));
                    history.addAll(released(sat, ExamOutcome.PASS, 800));
                }
                default -> {}
            }
        });
        try (ReadModels batch = ReadModels.all(database).given(history);
                ReadModels single = ReadModels.all(database)) {
            history.forEach(single::given);
            for (String table : List.of("attempt", "overview", "overview_attempt", "site", "exam_session")) {
                String sql = "select * from read_model." + table + " order by 1, 2, 3";
                assertThat(single.rows(sql))
                        .as(table)
                        .isNotEmpty()
                        .hasToString(batch.rows(sql).toString());
            }
            assertThat(batch.rows("select attended, passed from read_model.overview where seen_by = 'OWNER'"))
                    .hasToString("[{attended=12, passed=4}]");
        }
    }

    private String row() {
        return models.rows("select status, outcome, score from read_model.attempt").stream()
                .map(row -> row.get("status") + " " + row.get("outcome") + " " + row.get("score"))
                .findFirst()
                .orElse("none");
    }

    /** Registrations, attended and passed of the company, which are those of all examinees together. */
    private String counted() {
        String sql = """
                select sum(registrations) as registrations, sum(attended) as attended, sum(passed) as passed
                from read_model.overview
                where seen_by = '%s'
                """;
        String owner = models.rows(sql.formatted("OWNER")).toString();
        assertThat(models.rows(sql.formatted("EXAMINEE"))).hasToString(owner);
        assertThat(models.projections().states()).allMatch(state -> state.parkedSequences() == 0);
        return owner.replaceAll("[^0-9 ]+", "").strip();
    }
}
