package io.examledger.query.exports;

import static io.examledger.query.Happened.string;
import static io.examledger.query.exports.ExportApi.ACME;
import static io.examledger.query.exports.ExportApi.CODES;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.query.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is exported (COD-12). */
@ParameterizedClass
@EnumSource
class ExportsTest {
    private final Database database;

    @TempDir
    private Path directory = Path.of(".");

    private ExportApi api;

    ExportsTest(Database database) {
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
    @DisplayName("COD-12 the file holds exactly what the filter shows, without a row limit")
    void csv_holds_what_the_filter_shows() throws Exception {
        String id = api.ordered(
                ACME, "{\"resource\":\"redeem-codes\",\"filter\":{\"status\":\"UNUSED\"},\"format\":\"csv\"}");
        assertThat(api.status(ACME, id)).contains("\"status\":\"QUEUED\"", "\"rowsTotal\":null");

        api.work();

        assertThat(api.status(ACME, id)).contains("\"status\":\"DONE\"", "\"rowsDone\":1202", "\"rowsTotal\":1202");
        MockHttpServletResponse file = api.file(ACME, id);
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
        String id = api.ordered(
                ACME, "{\"resource\":\"redeem-codes\",\"filter\":{\"examinee\":\"ada\"},\"format\":\"csv\"}");
        api.work();

        assertThat(api.file(ACME, id).getContentAsString()).contains(",ada,'=cmd() Lovelace,");
    }

    @Test
    @DisplayName("COD-11 an export by staff holds no code string")
    void staff_export_has_no_code_strings() throws Exception {
        String id = api.ordered("operator", "{\"resource\":\"redeem-codes\",\"format\":\"csv\"}");
        api.work();

        String file = api.file("operator", id).getContentAsString();
        assertThat(file.lines()).hasSize(CODES + 2);
        assertThat(file).doesNotContain(string(1).grouped()).contains("o1-0000001,,AAA");
    }

    @Test
    void workbook_can_be_opened() throws Exception {
        String id = api.ordered(ACME, "{\"resource\":\"orders\",\"format\":\"xlsx\"}");
        api.work();

        Path workbook = directory.resolve("opened.xlsx");
        Files.write(workbook, api.file(ACME, id).getContentAsByteArray());
        String sheets;
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            ZipEntry sheet = Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml"));
            sheets = new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(sheets).contains("orderId", ">o1<", ">" + 15000 * CODES + "<", "PAID");
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
        MockHttpServletResponse answer = api.post(ACME, body, null);
        assertThat(answer.getStatus()).as(body).isEqualTo(400);
        assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.field"))
                .isEqualTo(field);
    }
}
