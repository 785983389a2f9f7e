package io.examledger.command.appointment;

import java.time.Duration;
import java.time.Instant;

/**
 * How long after the exam's end nobody may see the result (RES-1): days of 24 hours from the end of the reserved time. At the
 * very instant it can be seen.
 *
 * @param version stands on the events that the policy decided
 */
public record EmbargoPolicy(int version, int days) {
    public static final EmbargoPolicy CURRENT = new EmbargoPolicy(1, 3);

    public Instant releaseAt(Instant examEnd) {
        return examEnd.plus(Duration.ofDays(days));
    }
}
