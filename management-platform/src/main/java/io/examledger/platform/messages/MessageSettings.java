package io.examledger.platform.messages;

import io.examledger.command.message.deliver.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything under {@code examledger.messages.}; {@code docs/operations.md} explains each. The mail server itself is under
 * {@code spring.mail.}.
 *
 * @param lookEvery how long a message that has become due waits at most until it is seen
 * @param attempts after so many a message is given up
 * @param firstPause after the first failed attempt; it doubles from attempt to attempt
 * @param longestPause the longest pause between two attempts
 * @param emailFrom the sender of all emails; required with a mail server
 */
@ConfigurationProperties("examledger.messages")
public record MessageSettings(
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("16") int attempts,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("6h") Duration longestPause,
        @Nullable String emailFrom,
        @DefaultValue Sms sms) {

    RetryPolicy retries() {
        return new RetryPolicy(attempts, firstPause, longestPause);
    }

    /**
     * @param webhookUrl takes each SMS as a POST; without it SMS are only logged
     * @param webhookToken bearer token that goes with it
     * @param timeout after which an answer is no longer waited for
     */
    public record Sms(
            @Nullable URI webhookUrl,
            @Nullable String webhookToken,
            @DefaultValue("10s") Duration timeout) {
        @Override
        public String toString() {
            return "Sms[" + webhookUrl + "]";
        }
    }
}
