package io.examledger.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.examledger.platform.ExamLedgerApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;

class RequiredSettingsTest {
    private static final String DATABASE = "--spring.datasource.url=jdbc:postgresql://localhost/x";
    private static final String ISSUER =
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example";
    private static final String KEYS = "--examledger.keys.file=keys.json";

    private static final String LEDGER_KEY = "--examledger.ledger.signing-key-file=ledger-key.pem";

    @ParameterizedTest
    @CsvSource({
        "0, spring.datasource.url, SPRING_DATASOURCE_URL",
        "1, spring.security.oauth2.resourceserver.jwt.issuer-uri, SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI",
        "2, examledger.keys.file, EXAMLEDGER_KEYS_FILE",
        "3, examledger.ledger.signing-key, EXAMLEDGER_LEDGER_SIGNINGKEY"
    })
    void production_does_not_start_without_a_setting_and_says_which(int without, String property, String variable) {
        List<String> settings = new ArrayList<>(List.of(DATABASE, ISSUER, KEYS, LEDGER_KEY));
        settings.remove(without);
        FailureAnalysis refusal = refusalOf(settings);
        assertThat(refusal.getDescription()).contains(property, variable);
        assertThat(refusal.getDescription().lines()).hasSize(2);
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertThat(refusalOf(List.of()).getDescription())
                .contains("datasource", "issuer-uri", "examledger.keys", "examledger.ledger.signing-key");
    }

    @Test
    void an_empty_setting_is_a_missing_one() {
        assertThat(refusalOf(List.of("--spring.datasource.url=", ISSUER, KEYS, LEDGER_KEY))
                        .getDescription())
                .contains("spring.datasource.url");
    }

    private static FailureAnalysis refusalOf(List<String> settings) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--spring.profiles.active=postgres");
        SpringApplication application = new SpringApplication(ExamLedgerApplication.class);
        MissingSettings refusal =
                catchThrowableOfType(MissingSettings.class, () -> application.run(arguments.toArray(String[]::new)));
        return new MissingSettingsAnalyzer().analyze(refusal, refusal);
    }
}
