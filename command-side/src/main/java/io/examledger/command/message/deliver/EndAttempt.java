package io.examledger.command.message.deliver;

import io.examledger.kernel.message.MessageId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps how an attempt ended. */
public record EndAttempt(
        @TargetAggregateIdentifier MessageId messageId,
        int attempt,
        Handover outcome,
        RetryPolicy retries,
        Instant at) {}
