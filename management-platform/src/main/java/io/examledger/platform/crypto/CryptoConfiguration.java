package io.examledger.platform.crypto;

import io.examledger.kernel.appointment.AuthorizationCodeVault;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.platform.files.PrivateFile;
import io.examledger.platform.settings.ExamLedgerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the keys come from, and what is locked with them. */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {
    @Bean
    @Profile("!postgres")
    KeyRing embeddedKeys(ExamLedgerSettings settings) throws IOException {
        ExamLedgerSettings.Keys keys = settings.keys();
        if (keys.file() != null || keys.base64() != null) {
            return configured(keys);
        }
        PrivateFile file = new PrivateFile(settings.dataDir().resolve("keys.json"));
        return KeyRing.parse(file.readOrCreate(() -> KeyRing.generate().toJson()));
    }

    @Bean
    @Profile("postgres")
    KeyRing configuredKeys(ExamLedgerSettings settings) throws IOException {
        return configured(settings.keys());
    }

    private static KeyRing configured(ExamLedgerSettings.Keys keys) throws IOException {
        Path file = keys.file();
        String base64 = keys.base64();
        if (file != null) {
            return KeyRing.parse(Files.readAllBytes(file));
        }
        if (base64 == null) {
            throw new IllegalStateException("neither examledger.keys.file nor examledger.keys.base64 is set");
        }
        return KeyRing.parse(Base64.getMimeDecoder().decode(base64));
    }

    @Bean
    CodeStringVault codeStringVault(KeyRing keys) {
        return new TinkCodeStringVault(keys);
    }

    @Bean
    AuthorizationCodeVault authorizationCodeVault(KeyRing keys, CodeStringVault codes) {
        return new TinkAuthorizationCodeVault(keys, codes);
    }

    @Bean
    TinkPersonalDataVault personalDataVault(KeyRing keys, JdbcClient jdbc, Clock clock) {
        return new TinkPersonalDataVault(keys, new PersonKeys(jdbc, clock));
    }

    @Bean
    ReceiptVault receiptVault(KeyRing keys) {
        return new ReceiptVault(keys);
    }

    @Bean
    RequestFingerprint requestFingerprint(KeyRing keys) {
        return new RequestFingerprint(keys);
    }
}
