package io.examledger.platform.ledger;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.examledger.eventstore.proof.HeadSigner;
import io.examledger.eventstore.proof.VerifierKey;
import io.examledger.eventstore.tree.LedgerTree;
import io.examledger.eventstore.tree.LedgerVerification;
import io.examledger.eventstore.tree.LoggedRows;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.platform.deadline.DeadlineAlarm;
import io.examledger.platform.files.PrivateFile;
import io.examledger.platform.settings.ExamLedgerSettings;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.KnownParametersInterceptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is proven of the log, by which key, and where heads are kept. */
@ForRole(NodeRole.QUERY)
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(3);

    @Bean
    @Profile("!postgres")
    HeadSigner embeddedHeadSigner(LedgerSettings ledger, ExamLedgerSettings settings) throws IOException {
        if (ledger.signingKey() != null || ledger.signingKeyFile() != null) {
            return configuredHeadSigner(ledger);
        }
        PrivateFile file = new PrivateFile(settings.dataDir().resolve("ledger-key.pem"));
        byte[] pem = file.readOrCreate(LedgerKey::generate);
        return LedgerKey.signer(ledger.origin(), new String(pem, StandardCharsets.US_ASCII));
    }

    @Bean
    @Profile("postgres")
    HeadSigner configuredHeadSigner(LedgerSettings ledger) throws IOException {
        Path file = ledger.signingKeyFile();
        String key = file == null ? ledger.signingKey() : Files.readString(file);
        if (key == null) {
            throw new IllegalStateException(
                    "neither examledger.ledger.signing-key nor examledger.ledger.signing-key-file is set");
        }
        return LedgerKey.signer(ledger.origin(), key);
    }

    @Bean
    LoggedRows loggedRows(DataSource dataSource) {
        return new LoggedRows(dataSource);
    }

    @Bean
    LedgerTree ledgerTree(DataSource dataSource) {
        return new LedgerTree(dataSource);
    }

    @Bean
    AnchorTable anchorTable(DataSource dataSource) {
        return new AnchorTable(dataSource);
    }

    @Bean
    SignedHeads signedHeads(
            LoggedRows rows, LedgerTree tree, AnchorTable anchors, HeadSigner signer, LedgerSettings settings) {
        Optional<KeptHeads> kept = Optional.ofNullable(settings.anchor().file()).map(KeptHeads::new);
        return new SignedHeads(rows, tree, anchors, signer, kept);
    }

    @Bean
    KnownKeys knownKeys(HeadSigner signer, LedgerSettings settings) {
        Stream<VerifierKey> earlier = settings.earlierKeys().stream().map(VerifierKey::parse);
        return new KnownKeys(Stream.concat(Stream.of(signer.key()), earlier).collect(toUnmodifiableSet()));
    }

    @Bean
    AnchorSweep anchorSweep(
            SignedHeads heads,
            AnchorTable anchors,
            KnownKeys keys,
            LedgerSettings settings,
            DataSource dataSource,
            Clock clock) {
        LedgerSettings.Anchor anchor = settings.anchor();
        List<AnchorTarget> targets = new ArrayList<>();
        if (anchor.file() != null) {
            targets.add(new AnchorFile(anchor.file()));
        }
        if (anchor.webhook() != null) {
            targets.add(new AnchorWebhook(anchor.webhook(), anchor.webhookToken(), anchor.timeout()));
        }
        return new AnchorSweep(heads, anchors, keys, targets, dataSource, anchor.every(), clock);
    }

    @Bean
    DeadlineAlarm anchorAlarm(AnchorSweep sweep, Clock clock) {
        return new DeadlineAlarm("ledger-anchors", sweep, clock);
    }

    @Bean
    VerificationTable verificationTable(DataSource dataSource) {
        return new VerificationTable(dataSource);
    }

    @Bean
    VerificationWorker verificationWorker(
            VerificationTable table, AnchorTable anchors, DataSource dataSource, Identifiers identifiers, Clock clock) {
        return new VerificationWorker(identifiers.next(), table, new LedgerVerification(dataSource), anchors, clock);
    }

    @Bean
    Verifications verifications(
            LoggedRows rows, VerificationTable table, VerificationWorker worker, Identifiers identifiers, Clock clock) {
        return new Verifications(rows, table, worker, identifiers, clock, A_FEW_SECONDS);
    }

    @Bean
    WebMvcConfigurer ledgerInterceptors() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(
                        new KnownParametersInterceptor(LedgerConfiguration.class.getPackageName() + "."));
            }
        };
    }
}
