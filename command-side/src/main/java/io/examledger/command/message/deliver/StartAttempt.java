package io.examledger.command.message.deliver;

import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageId;
import io.examledger.kernel.message.MessageParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for the right to hand a message over. Of several nodes that ask, one gets it.
 *
 * @param patience after which an attempt that has not been heard of is over
 */
public record StartAttempt(
        @TargetAggregateIdentifier MessageId messageId,
        String carrier,
        Guarantee guarantee,
        Duration patience,
        RetryPolicy retries,
        Instant at) {

    /**
     * The answer.
     *
     * @param attempt 0 if there is nothing to be done now
     * @param recipient account id
     */
    public record Work(int attempt, String recipient, AnnouncementKind kind, List<MessageParameter> parameters) {
        public Work {
            parameters = List.copyOf(parameters);
        }

        public boolean isNone() {
            return attempt == 0;
        }
    }
}
