package io.examledger.query.exports;

import static io.examledger.query.exports.ExportApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.query.Database;
import io.examledger.query.Happened;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The history as a file, and what the history says of files. */
@ParameterizedClass
@EnumSource
class ExportedHistoryTest {
    private static final String CODES = "{\"resource\":\"redeem-codes\",\"format\":\"csv\"}";
    private static final String EVENTS =
            "{\"resource\":\"audit-events\",\"format\":\"%s\",\"filter\":{\"type\":\"redeem-code.issued\"}}";
    private final Database database;

    @TempDir
    private Path directory = Path.of(".");

    private ExportApi api;

    ExportedHistoryTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        api = new ExportApi(database, directory);
        api.givenCompaniesWithCodes();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    @DisplayName("AUD-1, COD-12 the file holds every event that the filter shows, newest first, and nothing sealed")
    void events_as_csv() throws Exception {
        List<String> lines = api.lines("auditor", EVENTS.formatted("csv"));

        assertThat(lines).hasSize(1 + ExportApi.CODES + 1);
        assertThat(lines.getFirst()).startsWith("position,eventId,recordedAt,aggregateType,aggregateId,sequence,type,");
        assertThat(lines.get(1)).contains("RedeemCode," + Happened.code("o2", 2000) + ",", ",redeem-code.issued,1,");
        assertThat(lines).noneMatch(line -> line.contains("sealed:") || line.contains("digest-"));
        assertThat(api.reads()).as("nobody's name is in it").isEmpty();
    }

    @Test
    void events_as_xlsx() throws Exception {
        String id = api.ordered("operator", EVENTS.formatted("xlsx"));
        api.work();

        assertThat(api.status("operator", id)).contains("\"status\":\"DONE\",\"rowsDone\":" + (ExportApi.CODES + 1));
        assertThat(api.file("operator", id).getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    @DisplayName("ACC-4 the history is exported to nobody but staff")
    void not_to_a_company() throws Exception {
        assertThat(api.post(ACME, EVENTS.formatted("csv"), null).getStatus()).isEqualTo(403);
    }

    @Test
    void a_filter_that_is_none_is_refused() throws Exception {
        assertThat(api.post("auditor", EVENTS.formatted("csv").replace("\"type\"", "\"typ\""), null)
                        .getStatus())
                .isEqualTo(400);
        assertThat(api.post("auditor", EVENTS.formatted("csv").replace("issued", "eaten"), null)
                        .getContentAsString())
                .contains("filter.type");
    }

    @Test
    @DisplayName("ACC-4, AUD-1 whose names a file for staff shows is kept once, a company's own is not")
    void personal_data_in_a_file() throws Exception {
        String id = api.ordered("auditor", CODES);
        api.work();

        assertThat(api.reads()).singleElement().satisfies(read -> {
            assertThat(read.reader()).isEqualTo("subject-auditor");
            assertThat(read.accounts()).containsExactly("ada");
            assertThat(read.resource()).isEqualTo("export of redeem-codes");
        });
        assertThat(api.file("auditor", id).getContentAsString()).contains("Lovelace");

        api.lines(ACME, CODES);
        assertThat(api.reads()).hasSize(1);
    }

    @Test
    @DisplayName("ACC-4 a file that shows names is not there if that cannot be kept")
    void without_the_log_no_file() throws Exception {
        api.loseLog();
        String id = api.ordered("operator", CODES);
        api.work();

        assertThat(api.status("operator", id)).contains("FAILED");
        assertThat(api.file("operator", id).getStatus()).isEqualTo(404);
    }
}
