package io.examledger.query.replay;

import java.time.Duration;

/**
 * How the reconciliation is done.
 *
 * @param every pause between two, and before the first
 * @param overdueAfter how many of these may pass without one that comes to an end
 */
public record ReconciliationSettings(Duration every, int overdueAfter) {
    Duration longest() {
        return every.multipliedBy(overdueAfter);
    }
}
