package io.examledger.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.crypto.KeyRing;
import io.examledger.platform.demo.DemoCredentials;
import io.examledger.platform.testing.Databases;
import io.examledger.platform.testing.FreshDataDirectory;
import io.examledger.platform.testing.Http;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

class PostgresProfileTest {
    /** The first example of RFC 8032, as PKCS#8. */
    private static final String LEDGER_KEY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    @Test
    void production_starts_with_what_it_needs_and_without_demo_accounts_or_an_issuer_of_its_own() {
        Path directory = FreshDataDirectory.create();
        try (ConfigurableApplicationContext context = SpringApplication.run(
                ExamLedgerApplication.class,
                "--spring.profiles.active=postgres",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--examledger.data-dir=" + directory,
                "--spring.datasource.url=" + Databases.emptyPostgresUrl(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example",
                "--examledger.ledger.signing-key=" + LEDGER_KEY,
                "--examledger.keys.base64="
                        + Base64.getEncoder().encodeToString(KeyRing.generate().toJson()))) {
            assertThat(context.getBeanProvider(DemoCredentials.class)).isEmpty();
            assertThat(context.getBeanProvider(RegisteredClientRepository.class))
                    .isEmpty();
            assertThat(directory).isEmptyDirectory();
            Http http = Http.of(context);
            assertThat(http.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(http.get("/oauth2/jwks").statusCode()).isEqualTo(404);
            assertThat(http.get("/api/overview").statusCode()).isEqualTo(401);
        }
    }
}
