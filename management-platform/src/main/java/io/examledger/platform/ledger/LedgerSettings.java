package io.examledger.platform.ledger;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything under {@code examledger.ledger.}; {@code docs/operations.md} explains each.
 *
 * @param origin names the log in its heads
 * @param signingKey Ed25519 private key, PKCS#8 as PEM or in base 64
 * @param signingKeyFile a file that holds it. Neither: generated in the data directory, which only the embedded default does
 * @param earlierKeys public keys that signed before, as the answers write them: heads under them may still be on their way
 */
@ConfigurationProperties("examledger.ledger")
public record LedgerSettings(
        @DefaultValue("examledger") String origin,
        @Nullable String signingKey,
        @Nullable Path signingKeyFile,
        @DefaultValue List<String> earlierKeys,
        @DefaultValue Anchor anchor) {
    @Override
    public String toString() {
        return "LedgerSettings[" + origin + ", " + anchor + "]";
    }

    /**
     * Where heads go.
     *
     * @param every how often, if the log has grown
     * @param file takes one line of JSON for each head
     * @param webhook takes each head as a POST
     * @param webhookToken bearer token that goes with it
     * @param timeout after which the webhook's answer is no longer waited for
     */
    public record Anchor(
            @DefaultValue("1h") Duration every,
            @Nullable Path file,
            @Nullable URI webhook,
            @Nullable String webhookToken,
            @DefaultValue("10s") Duration timeout) {
        public Anchor {
            if (webhook != null && !isPrivate(webhook)) {
                throw new IllegalArgumentException(
                        "examledger.ledger.anchor.webhook has to begin with https://, or be on this machine");
            }
        }

        private static boolean isPrivate(URI webhook) {
            return "https".equals(webhook.getScheme())
                    || Set.of("localhost", "127.0.0.1").contains(webhook.getHost());
        }

        @Override
        public String toString() {
            return "Anchor[" + every + ", " + file + ", " + (webhook == null ? null : webhook.getHost()) + "]";
        }
    }
}
