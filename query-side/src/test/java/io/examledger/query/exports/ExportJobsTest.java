package io.examledger.query.exports;

import static io.examledger.query.Happened.string;
import static io.examledger.query.exports.ExportApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.query.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What becomes of an export that was ordered, and who gets it. */
@ParameterizedClass
@EnumSource
class ExportJobsTest {
    private final Database database;

    @TempDir
    private Path directory = Path.of(".");

    private ExportApi api;

    ExportJobsTest(Database database) {
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
    @DisplayName("ACC-4 an export is its requester's alone")
    void export_is_its_requesters_alone() throws Exception {
        String id = api.ordered(ACME, "{\"resource\":\"orders\",\"format\":\"csv\"}");
        assertThat(api.file(ACME, id).getStatus()).isEqualTo(404);
        api.work();

        assertThat(api.file("enterprise:globex", id).getStatus()).isEqualTo(404);
        assertThat(api.get("operator", "/api/exports/" + id).getStatus()).isEqualTo(404);
        assertThat(api.get(ACME, "/api/exports/nothing").getStatus()).isEqualTo(404);
        assertThat(api.file(ACME, id).getStatus()).isEqualTo(200);
    }

    @Test
    void file_is_readable_by_its_owner_only_and_deleted_after_its_time() throws Exception {
        String id = api.ordered(ACME, "{\"resource\":\"orders\",\"format\":\"csv\"}");
        api.work();
        Path file = directory.resolve("exports").resolve(id + ".csv");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        api.pass(Duration.ofHours(25));
        api.work();

        assertThat(file).doesNotExist();
        assertThat(api.status(ACME, id)).contains("EXPIRED");
        assertThat(api.file(ACME, id).getStatus()).isEqualTo(404);
    }

    @Test
    void repeated_request_is_answered_as_the_first_time() throws Exception {
        String body = "{\"resource\":\"orders\",\"format\":\"csv\"}";
        MockHttpServletResponse first = api.post(ACME, body, "key-1");
        api.work();
        MockHttpServletResponse again = api.post(ACME, body, "key-1");

        assertThat(first.getStatus()).isEqualTo(202);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.post(ACME, body.replace("csv", "xlsx"), "key-1").getStatus())
                .isEqualTo(422);
        assertThat(api.post("enterprise:globex", body, "key-1").getHeader("Idempotency-Replayed"))
                .isNull();
    }

    @Test
    void job_of_a_process_that_died_is_taken_over() throws Exception {
        String id = api.ordered(ACME, "{\"resource\":\"orders\",\"format\":\"csv\"}");
        api.models().execute("update read_model.export set status = 'RUNNING', worker = 'dead'");
        api.work();
        assertThat(api.status(ACME, id)).contains("RUNNING");

        api.pass(ExportTable.SILENCE.plusSeconds(1));
        api.otherProcess().workers().round();

        assertThat(api.status(ACME, id)).contains("DONE");
    }

    @Test
    void export_that_cannot_be_written_fails_visibly() throws Exception {
        Files.writeString(directory.resolve("exports"), "in the way");
        String id = api.ordered(ACME, "{\"resource\":\"orders\",\"format\":\"csv\"}");

        api.work();

        assertThat(api.status(ACME, id)).contains("FAILED");
    }

    @Test
    @DisplayName("COD-10 the stored filter holds no code string")
    void stored_filter_holds_no_code_string() throws Exception {
        String id = api.ordered(
                ACME,
                "{\"resource\":\"redeem-codes\",\"format\":\"csv\",\"filter\":{\"redeemCode\":\""
                        + string(5).grouped() + "\"}}");
        api.work();

        assertThat(api.models().rows("select * from read_model.export").toString())
                .doesNotContain(string(5).grouped(), string(5).normalised());
        assertThat(api.file(ACME, id).getContentAsString().lines()).hasSize(2);
    }
}
