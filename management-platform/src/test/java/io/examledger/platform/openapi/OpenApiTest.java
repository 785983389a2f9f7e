package io.examledger.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@StartedPlatform
class OpenApiTest {
    /** Surefire runs in the module's directory. */
    private static final Path CHECKED_IN = Path.of("..", "docs", "openapi.yaml");

    private final Http http;

    @Autowired
    OpenApiTest(@LocalServerPort int port) {
        http = new Http(port);
    }

    /** With {@code -Dexamledger.openapi.write=true} it writes the description instead of checking it. */
    @Test
    void the_checked_in_description_is_what_the_code_says() throws IOException {
        String generated = http.get("/v3/api-docs.yaml").body();
        if (Boolean.getBoolean("examledger.openapi.write")) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(CHECKED_IN, generated);
        }
        assertThat(CHECKED_IN)
                .as("regenerate it: mvn -pl management-platform -am test -Dtest=OpenApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dexamledger.openapi.write=true")
                .hasContent(generated);
    }

    @Test
    void the_description_and_its_page_are_open_to_everyone() {
        assertThat(http.get("/v3/api-docs").statusCode()).isEqualTo(200);
        assertThat(http.get("/swagger-ui/index.html").body()).contains("Swagger UI");
        assertThat(http.get("/swagger-ui").statusCode()).isIn(200, 302);
    }
}
