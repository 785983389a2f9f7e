package io.examledger.query.exports;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Judged.recorded;
import static io.examledger.query.Judged.released;
import static io.examledger.query.exports.ExportApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.query.Database;
import io.examledger.query.Sat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** PLT-4: a file of attempts holds what the list shows. */
@ParameterizedClass
@EnumSource
class ExportedAttemptsTest {
    private static final Sat ADA = Sat.by("ada", issued("o1", 1, "acme", "AAA"));
    private final Database database;

    @TempDir
    private Path directory = Path.of(".");

    private ExportApi api;

    ExportedAttemptsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        api = new ExportApi(database, directory);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    @DisplayName("PLT-4, RES-1 attempts are exported with name and time, and with the result once it is released")
    void attempts_are_exported() throws Exception {
        adaAndBobSit(ExamOutcome.PASS);
        List<String> embargoed = api.lines(ACME, body(""));
        assertThat(embargoed)
                .hasSize(3)
                .first()
                .asString()
                .startsWith("appointmentId,accountId,examineeAccountId,examineeName,subject,");
        assertThat(embargoed.getLast())
                .isEqualTo("a-ada,acme,ada,Ada Lovelace,AAA,Title of AAA,CAREER,THEORY,TEST_CENTER,"
                        + "2026-03-01T09:00:00Z,ATTENDED,,,," + ADA.code().redeemCodeId() + ",o1,r-ada");

        api.models().given(released(ADA, ExamOutcome.PASS, 900));

        assertThat(api.lines(ACME, body("\"outcome\":\"PASS\"")))
                .hasSize(2)
                .last()
                .asString()
                .contains(",ATTENDED,PASS,900,2026-03-04T10:30:00Z,");
        assertThat(api.lines("enterprise:globex", body(""))).hasSize(1);
    }

    @Test
    @DisplayName("PLT-4, AUD-5 an export by name holds who was found; the name goes with the file")
    void attempts_are_exported_by_name() throws Exception {
        adaAndBobSit(ExamOutcome.FAIL);
        assertThat(api.lines(ACME, body("\"name\":\"lovel\"")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("a-ada,");

        api.pass(Duration.ofDays(2));
        api.work();

        assertThat(api.models().rows("select status, filter from read_model.export"))
                .hasToString("[{status=EXPIRED, filter={}}]");
    }

    @Test
    @DisplayName("PLT-4 a filter that the list would refuse is refused")
    void wrong_filters_are_refused() throws Exception {
        assertThat(api.post(ACME, body("\"outcome\":\"GOOD\""), null).getContentAsString())
                .contains("\"field\":\"filter.outcome\"");
        assertThat(api.post(ACME, body("\"order\":\"o1\""), null).getStatus()).isEqualTo(400);
    }

    private void adaAndBobSit(ExamOutcome outcome) {
        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA"));
        List<Object> events = new ArrayList<>(
                List.of(introduced("AAA"), registered("ada", "Ada Lovelace"), registered("bob", "Bob Brown")));
        for (Sat sat : List.of(ADA, bob)) {
            events.add(sat.code());
            events.addAll(sat.scheduled());
            events.addAll(sat.begun());
            events.addAll(recorded(sat, outcome, 900));
        }
        api.models().given(events);
    }

    private static String body(String filter) {
        return "{\"resource\":\"examinees\",\"format\":\"csv\",\"filter\":{" + filter + "}}";
    }
}
