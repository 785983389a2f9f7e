package io.examledger.query.exports;

import static io.examledger.query.Happened.placed;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ParameterizedClass
@EnumSource
class ExportConsistencyTest {
    private final Database database;

    @TempDir
    private Path directory = Path.of(".");

    private ReadModels models;
    private Exports exports;
    private MockMvc api;

    ExportConsistencyTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = ReadModels.all(database);
        FakeVaults vault = new FakeVaults();
        exports = new Exports(
                models.dataSource(),
                models.transactions(),
                vault,
                vault,
                new ExportSettings(directory, Duration.ofDays(1)),
                () -> UUID.randomUUID().toString(),
                Clock.systemUTC());
        api = QueryApi.over(models, vault, new ExportsController(exports));
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void an_export_that_is_ordered_with_a_token_holds_what_the_command_did() throws Exception {
        long position = models.log().append(List.of(placed("o1", "acme", "AAA", 2)));

        String id = JsonPath.read(ordered(Long.toString(position)).getContentAsString(), "$.exportId");
        exports.workers().round();

        String file = api.perform(MockMvcRequestBuilders.get("/api/exports/" + id + "/file")
                        .header("As", "enterprise:acme"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file.lines()).hasSize(2).last().asString().startsWith("o1,");
    }

    @Test
    void nothing_is_ordered_while_the_read_models_are_behind_the_token() throws Exception {
        MockHttpServletResponse behind = ordered("1000000");

        assertThat(behind.getStatus()).isEqualTo(503);
        assertThat(behind.getHeader("Retry-After")).isEqualTo("1");
        assertThat(ordered("soon").getStatus()).isEqualTo(400);
        assertThat(models.rows("select * from read_model.export")).isEmpty();
    }

    private MockHttpServletResponse ordered(String token) throws Exception {
        return api.perform(MockMvcRequestBuilders.post("/api/exports")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"resource\":\"orders\",\"format\":\"csv\"}")
                        .header("As", "enterprise:acme")
                        .header("Consistency-Token", token))
                .andReturn()
                .getResponse();
    }
}
