package io.examledger.query.exports;

import static io.examledger.query.Happened.placed;
import static io.examledger.query.exports.ExportApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.query.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;

@ParameterizedClass
@EnumSource
class ExportConsistencyTest {
    private static final String ORDERS = "{\"resource\":\"orders\",\"format\":\"csv\"}";
    private final Database database;

    @TempDir
    private Path directory = Path.of(".");

    private ExportApi api;

    ExportConsistencyTest(Database database) {
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
    void an_export_that_is_ordered_with_a_token_holds_what_the_command_did() throws Exception {
        long position = api.models().log().append(List.of(placed("o1", "acme", "AAA", 2)));

        MockHttpServletResponse ordered = api.postWithToken(ACME, ORDERS, Long.toString(position));
        api.work();

        String id = JsonPath.read(ordered.getContentAsString(), "$.exportId");
        assertThat(api.file(ACME, id).getContentAsString().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("o1,");
    }

    @Test
    void nothing_is_ordered_while_the_read_models_are_behind_the_token() throws Exception {
        MockHttpServletResponse behind = api.postWithToken(ACME, ORDERS, "1000000");

        assertThat(behind.getStatus()).isEqualTo(503);
        assertThat(behind.getHeader("Retry-After")).isEqualTo("1");
        assertThat(api.postWithToken(ACME, ORDERS, "soon").getStatus()).isEqualTo(400);
        assertThat(api.models().rows("select * from read_model.export")).isEmpty();
    }
}
