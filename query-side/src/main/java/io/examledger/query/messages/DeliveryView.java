package io.examledger.query.messages;

import io.examledger.kernel.announcement.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message's way over one channel.
 *
 * @param attempts how often it was tried
 * @param reason a code that says why the last attempt failed; null if it did not
 * @param nextAttemptAt null unless it waits
 */
public record DeliveryView(
        Channel channel,
        DeliveryStatus status,
        int attempts,
        @Nullable String reason,
        Instant changedAt,
        @Nullable Instant nextAttemptAt) {}
