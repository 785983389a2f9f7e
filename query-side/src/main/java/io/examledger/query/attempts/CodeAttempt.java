package io.examledger.query.attempts;

import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a redeem code was used for.
 *
 * @param result null until it is released (RES-1)
 */
public record CodeAttempt(Appointment appointment, @Nullable ResultView result) {
    /** The one that stands, or stood: not one that was cancelled or did not count. */
    public record Appointment(
            String appointmentId, DeliveryMode deliveryMode, Instant start, Instant end, AttemptStatus status) {}
}
