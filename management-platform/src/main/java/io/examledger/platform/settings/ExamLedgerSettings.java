package io.examledger.platform.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything under {@code examledger.}; {@code docs/operations.md} explains each.
 *
 * @param dataDir where the embedded default keeps its database, keys and credentials
 * @param clock whose time it is
 * @param calendarZone in which days are counted before an order expires (ORD-5)
 * @param roles what this node does
 * @param claimTimeout after which a node that says nothing loses the projections and policies it runs
 * @param reconcileEvery pause between two comparisons of all figures with their history (PLT-5)
 * @param reconcileOverdueAfter how many of these pauses may pass without a comparison that comes to an end
 * @param keys where the key material comes from
 * @param guesses how many wrong code strings are bearable (COD-11)
 * @param payments who moves money
 */
@ConfigurationProperties("examledger")
public record ExamLedgerSettings(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("SYSTEM") ClockKind clock,
        @DefaultValue("UTC") ZoneId calendarZone,
        @DefaultValue({"COMMAND", "QUERY", "WEB"}) Set<NodeRole> roles,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("10m") Duration reconcileEvery,
        @DefaultValue("6") int reconcileOverdueAfter,
        @DefaultValue Keys keys,
        @DefaultValue Guesses guesses,
        @DefaultValue Payments payments) {

    /** Whose time the system goes by. */
    public enum ClockKind {
        SYSTEM,
        /** Can be put forward over HTTP, for tests of what takes months. */
        SIMULATED
    }

    /** What a node does. */
    public enum NodeRole {
        COMMAND,
        QUERY,
        /** Reserved for the web pages: accepted, so that nodes need no change when they come. Switches nothing yet. */
        WEB
    }

    /**
     * Key material: the path of a key file, or its content in base 64. Neither: generated in the data directory, which
     * only the embedded default does.
     */
    public record Keys(@Nullable Path file, @Nullable String base64) {}

    /**
     * Limits for failing code strings, per node.
     *
     * @param perAccount of one account
     * @param perAddress of one client address, which may stand for a whole office
     * @param sameStringWithin a string that fails again within this time is not counted again
     */
    public record Guesses(
            @DefaultValue Account perAccount,
            @DefaultValue Address perAddress,
            @DefaultValue("10m") Duration sameStringWithin) {
        /** As in {@link Address}, with the account's defaults. */
        public record Account(
                @DefaultValue("60") int burst,
                @DefaultValue("60") int perMinute) {}

        /**
         * @param burst wrong strings that may come at once
         * @param perMinute wrong strings a minute that are bearable for ever
         */
        public record Address(
                @DefaultValue("300") int burst,
                @DefaultValue("300") int perMinute) {}
    }

    /** @param paypal ignored by the embedded provider */
    public record Payments(
            @DefaultValue("EMBEDDED") Provider provider,
            @DefaultValue PayPal paypal) {
        /** Who moves money. */
        public enum Provider {
            /** Balances that are kept as events; every account has enough. */
            EMBEDDED,
            /** Cards and PayPal through PayPal's Orders API. */
            PAYPAL
        }

        /**
         * @param clientSecret of the REST app
         * @param webhookId of the webhook that sends to {@code /api/payments/paypal-webhook}
         * @param timeout of each call
         */
        public record PayPal(
                @DefaultValue("https://api-m.paypal.com") String baseUrl,
                @DefaultValue("") String clientId,
                @DefaultValue("") String clientSecret,
                @DefaultValue("") String webhookId,
                @DefaultValue("10s") Duration timeout) {
            @Override
            public String toString() {
                return "PayPal[" + baseUrl + "]";
            }
        }
    }
}
