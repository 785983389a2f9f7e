package io.examledger.query.exports;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Happened.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ParameterizedClass
@EnumSource
class ExportsTest {
    private static final String ACME = "enterprise:acme";
    private static final int CODES = 1203;
    private final Database database;
    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path directory = Path.of(".");

    private ReadModels models;
    private Exports exports;
    private MockMvc api;

    ExportsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = ReadModels.all(database);
        exports = exportsOf();
        api = QueryApi.over(models, new FakeVaults(), new ExportsController(exports));
        models.given(
                registered("ada", "=cmd() Lovelace"),
                placed("o1", "acme", "AAA", CODES),
                purchased("o1", "acme", "AAA", CODES));
        models.given(IntStream.rangeClosed(1, CODES)
                .mapToObj(n -> issued("o1", n, "acme", "AAA"))
                .toList());
        models.given(bound(issued("o1", 1, "acme", "AAA"), "ada"), issued("o2", 2000, "globex", "AAA"));
    }

    private Exports exportsOf() {
        FakeVaults vault = new FakeVaults();
        return new Exports(
                models.dataSource(),
                models.transactions(),
                vault,
                vault,
                new ExportSettings(directory.resolve("exports"), Duration.ofDays(1)),
                () -> UUID.randomUUID().toString(),
                clock);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName("COD-12 the file holds exactly what the filter shows, without a row limit")
    void csv_holds_what_the_filter_shows() throws Exception {
        String id =
                ordered(ACME, "{\"resource\":\"redeem-codes\",\"filter\":{\"status\":\"UNUSED\"},\"format\":\"csv\"}");
        assertThat(status(ACME, id)).contains("\"status\":\"QUEUED\"", "\"rowsTotal\":null");

        exports.workers().round();

        assertThat(status(ACME, id)).contains("\"status\":\"DONE\"", "\"rowsDone\":1202", "\"rowsTotal\":1202");
        MockHttpServletResponse file = file(ACME, id);
        List<String> lines = file.getContentAsString().lines().toList();
        assertThat(file.getContentType()).startsWith("text/csv");
        assertThat(file.getHeader("Content-Disposition")).contains("redeem-codes.csv");
        assertThat(lines).hasSize(1203).doesNotHaveDuplicates();
        assertThat(lines.getFirst()).startsWith("redeemCodeId,redeemCode,subject");
        assertThat(lines.get(1)).contains(string(CODES).grouped()).contains("UNUSED");
        assertThat(lines).noneMatch(line -> line.contains("globex"));
    }

    @Test
    void text_that_a_spreadsheet_would_run_is_defused() throws Exception {
        String id =
                ordered(ACME, "{\"resource\":\"redeem-codes\",\"filter\":{\"examinee\":\"ada\"},\"format\":\"csv\"}");
        exports.workers().round();

        assertThat(file(ACME, id).getContentAsString()).contains(",ada,'=cmd() Lovelace,");
    }

    @Test
    @DisplayName("COD-11 an export by staff holds no code string")
    void staff_export_has_no_code_strings() throws Exception {
        String id = ordered("operator", "{\"resource\":\"redeem-codes\",\"format\":\"csv\"}");
        exports.workers().round();

        String file = file("operator", id).getContentAsString();
        assertThat(file.lines()).hasSize(CODES + 2);
        assertThat(file).doesNotContain(string(1).grouped()).contains("o1-0000001,,AAA");
    }

    @Test
    void workbook_can_be_opened() throws Exception {
        String id = ordered(ACME, "{\"resource\":\"orders\",\"format\":\"xlsx\"}");
        exports.workers().round();

        Path workbook = directory.resolve("opened.xlsx");
        Files.write(workbook, file(ACME, id).getContentAsByteArray());
        String sheets;
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            ZipEntry sheet = Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml"));
            sheets = new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(sheets).contains("orderId", ">o1<", ">" + 15000 * CODES + "<", "PAID");
    }

    @Test
    @DisplayName("ACC-4 an export is its requester's alone")
    void export_is_its_requesters_alone() throws Exception {
        String id = ordered(ACME, "{\"resource\":\"orders\",\"format\":\"csv\"}");
        assertThat(file(ACME, id).getStatus()).isEqualTo(404);
        exports.workers().round();

        assertThat(file("enterprise:globex", id).getStatus()).isEqualTo(404);
        assertThat(get("operator", "/api/exports/" + id).getStatus()).isEqualTo(404);
        assertThat(get(ACME, "/api/exports/nothing").getStatus()).isEqualTo(404);
        assertThat(file(ACME, id).getStatus()).isEqualTo(200);
    }

    @Test
    void file_is_readable_by_its_owner_only_and_deleted_after_its_time() throws Exception {
        String id = ordered(ACME, "{\"resource\":\"orders\",\"format\":\"csv\"}");
        exports.workers().round();
        Path file = directory.resolve("exports").resolve(id + ".csv");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        clock.now = clock.now.plus(Duration.ofHours(25));
        exports.workers().round();

        assertThat(file).doesNotExist();
        assertThat(status(ACME, id)).contains("EXPIRED");
        assertThat(file(ACME, id).getStatus()).isEqualTo(404);
    }

    @Test
    void repeated_request_is_answered_as_the_first_time() throws Exception {
        String body = "{\"resource\":\"orders\",\"format\":\"csv\"}";
        MockHttpServletResponse first = post(ACME, body, "key-1");
        exports.workers().round();
        MockHttpServletResponse again = post(ACME, body, "key-1");

        assertThat(first.getStatus()).isEqualTo(202);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(post(ACME, body.replace("csv", "xlsx"), "key-1").getStatus()).isEqualTo(422);
        assertThat(post("enterprise:globex", body, "key-1").getHeader("Idempotency-Replayed"))
                .isNull();
    }

    @Test
    void job_of_a_process_that_died_is_taken_over() throws Exception {
        String id = ordered(ACME, "{\"resource\":\"orders\",\"format\":\"csv\"}");
        models.execute("update read_model.export set status = 'RUNNING', worker = 'dead'");
        exports.workers().round();
        assertThat(status(ACME, id)).contains("RUNNING");

        clock.now = clock.now.plus(ExportTable.SILENCE).plusSeconds(1);
        exportsOf().workers().round();

        assertThat(status(ACME, id)).contains("DONE");
    }

    @Test
    void export_that_cannot_be_written_fails_visibly() throws Exception {
        Files.writeString(directory.resolve("exports"), "in the way");
        String id = ordered(ACME, "{\"resource\":\"orders\",\"format\":\"csv\"}");

        exports.workers().round();

        assertThat(status(ACME, id)).contains("FAILED");
    }

    @Test
    @DisplayName("COD-10 the stored filter holds no code string")
    void stored_filter_holds_no_code_string() throws Exception {
        String id = ordered(
                ACME,
                "{\"resource\":\"redeem-codes\",\"format\":\"csv\",\"filter\":{\"redeemCode\":\""
                        + string(5).grouped() + "\"}}");
        exports.workers().round();

        assertThat(models.rows("select * from read_model.export").toString())
                .doesNotContain(string(5).grouped(), string(5).normalised());
        assertThat(file(ACME, id).getContentAsString().lines()).hasSize(2);
    }

    @Test
    void bad_requests_are_refused() throws Exception {
        assertBad("{\"format\":\"csv\"}", "resource");
        assertBad("{\"resource\":\"accounts\",\"format\":\"csv\"}", "resource");
        assertBad("{\"resource\":\"orders\",\"format\":\"pdf\"}", "format");
        assertBad("{\"resource\":\"orders\",\"format\":\"csv\",\"filter\":{\"holder\":\"x\"}}", "filter.holder");
        assertBad(
                "{\"resource\":\"orders\",\"format\":\"csv\",\"filter\":{\"subject\":\"\\ud800\"}}", "filter.subject");
        assertBad("{\"resource\":\"orders\",\"format\":\"csv\",\"filter\":{\"account\":\"globex\"}}", "filter.account");
        assertBad(
                "{\"resource\":\"redeem-codes\",\"format\":\"csv\",\"filter\":{\"redeemCode\":\"U\"}}",
                "filter.redeemCode");
    }

    private void assertBad(String body, String field) throws Exception {
        MockHttpServletResponse answer = post(ACME, body, null);
        assertThat(answer.getStatus()).as(body).isEqualTo(400);
        assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.field"))
                .isEqualTo(field);
    }

    private String ordered(String as, String body) throws Exception {
        return JsonPath.read(post(as, body, null).getContentAsString(), "$.exportId");
    }

    private String status(String as, String id) throws Exception {
        return get(as, "/api/exports/" + id).getContentAsString();
    }

    private MockHttpServletResponse file(String as, String id) throws Exception {
        return get(as, "/api/exports/" + id + "/file");
    }

    private MockHttpServletResponse get(String as, String path) throws Exception {
        return api.perform(MockMvcRequestBuilders.get(path).header("As", as))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(String as, String body, @Nullable String key) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post("/api/exports")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header("As", as);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return api.perform(request).andReturn().getResponse();
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
