package io.examledger.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.FreshDataDirectory;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class RealTimeTest {
    private final Path directory = FreshDataDirectory.create();

    @Test
    void a_restart_keeps_keys_credentials_and_tokens_and_real_time_cannot_be_put_forward() throws IOException {
        String token;
        String credentials;
        try (ConfigurableApplicationContext first = start()) {
            token = new Tokens(first).of(Role.OPERATOR);
            credentials = Files.readString(directory.resolve("demo-credentials.json"));
        }
        try (ConfigurableApplicationContext second = start()) {
            Http http = Http.of(second).as(token);
            var answer = http.post("/api/test-clock", "{\"advance\": \"P1D\"}");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(Http.json(answer).path("code").asString()).isEqualTo("test-clock.not-simulated");
            assertThat(Http.json(answer).path("detail").asString()).contains("examledger.clock=simulated");
            assertThat(Files.readString(directory.resolve("demo-credentials.json")))
                    .isEqualTo(credentials);
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                ExamLedgerApplication.class, "--server.port=0", "--examledger.data-dir=" + directory);
    }
}
