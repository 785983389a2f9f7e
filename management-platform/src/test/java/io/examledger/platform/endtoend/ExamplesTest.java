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

/** What the README invites to: the examples, run from their sources as a newcomer does. */
@StartedPlatform
class ExamplesTest {
    private final int port;
    private final DemoCredentials credentials;

    @Autowired
    ExamplesTest(@LocalServerPort int port, DemoCredentials credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    @Test
    @DisplayName("COD-1, COD-2, COD-3, COD-4, COD-11, COD-11a: the day at a company can be played")
    void the_day_ends_well() throws Exception {
        assertThat(play("DayAtACompany.java"))
                .contains("purchased   +200", "unused       +90", "bound       +110")
                .endsWith("The overview says what was done." + System.lineSeparator());
    }

    @Test
    @DisplayName(
            "VOU-1, APT-1, COD-7, RES-1, RES-2, REF-2, REF-3, ORD-4, ORD-5, PLT-1: the year at a company can be played")
    void the_year_ends_well() throws Exception {
        assertThat(play("YearAtACompany.java"))
                .contains("375.00 USD back", "purchased 10 = unused 0 + used 3 + refunded 5 + expired 2")
                .endsWith("Every number is what it should be." + System.lineSeparator());
    }

    private String play(String source) throws Exception {
        Process example = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        Path.of("..", "examples", source).toString(),
                        "http://127.0.0.1:" + port,
                        credentials.path().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(example.waitFor()).as(said).isZero();
        return said;
    }
}
