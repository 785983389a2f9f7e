package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.demo.DemoCredentials;
import io.examledger.platform.testing.StartedPlatform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README invites to: the example, run from its source as a newcomer does. */
@StartedPlatform
class DayAtACompanyTest {
    private static final Path SOURCE = Path.of("..", "examples", "DayAtACompany.java");
    private final int port;
    private final DemoCredentials credentials;

    @Autowired
    DayAtACompanyTest(@LocalServerPort int port, DemoCredentials credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    @Test
    @DisplayName("COD-1, COD-2, COD-3, COD-4, COD-11, COD-11a: the day at a company can be played")
    void the_example_ends_well() throws Exception {
        Process day = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        SOURCE.toString(),
                        "http://127.0.0.1:" + port,
                        credentials.path().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(day.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(day.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("purchased   +200", "unused       +90", "bound       +110")
                .endsWith("The overview says what was done." + System.lineSeparator());
    }
}
