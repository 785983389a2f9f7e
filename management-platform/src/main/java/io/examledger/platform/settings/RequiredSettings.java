package io.examledger.platform.settings;

import io.examledger.platform.settings.MissingSettings.Setting;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Refuses to start a production node that lacks a database, an issuer, keys or the key of the ledger. It runs before any bean is made, so that
 * the first message a person sees is the one that helps.
 */
class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    private static final Setting DATABASE =
            new Setting("spring.datasource.url", "SPRING_DATASOURCE_URL", "the PostgreSQL database, as a JDBC URL");
    private static final Setting TOKENS = new Setting(
            ISSUER,
            "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI",
            "the OAuth 2.0 issuer whose tokens are accepted; beside it, jwk-set-uri where the issuer publishes no metadata");
    private static final Setting KEYS = new Setting(
            "examledger.keys.file or examledger.keys.base64",
            "EXAMLEDGER_KEYS_FILE or EXAMLEDGER_KEYS_BASE64",
            "the key file that 'java -jar examledger-exec.jar generate-keys' prints, as a path or in base 64");

    private static final Setting LEDGER_KEY = new Setting(
            "examledger.ledger.signing-key or examledger.ledger.signing-key-file",
            "EXAMLEDGER_LEDGER_SIGNINGKEY or EXAMLEDGER_LEDGER_SIGNINGKEYFILE",
            "the key that signs the state of the log, as 'openssl genpkey -algorithm ed25519' prints it, or a path to it");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("postgres"))) {
            return;
        }
        List<Setting> missing = new ArrayList<>();
        if (!isSet(environment, "spring.datasource.url")) {
            missing.add(DATABASE);
        }
        if (!isSet(environment, ISSUER)) {
            missing.add(TOKENS);
        }
        if (!isSet(environment, "examledger.keys.file") && !isSet(environment, "examledger.keys.base64")) {
            missing.add(KEYS);
        }
        if (!isSet(environment, "examledger.ledger.signing-key")
                && !isSet(environment, "examledger.ledger.signing-key-file")) {
            missing.add(LEDGER_KEY);
        }
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
    }

    private static boolean isSet(Environment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }
}
