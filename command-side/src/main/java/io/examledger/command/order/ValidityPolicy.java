package io.examledger.command.order;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How long a paid order is valid (ORD-3): calendar years in UTC, so that 2024-02-29 leads to 2025-02-28 at the same
 * time of day.
 *
 * @param version stands on the events that the policy decided
 */
public record ValidityPolicy(int version, int years) {
    public static final ValidityPolicy CURRENT = new ValidityPolicy(1, 1);

    /** The first instant at which an order paid then is no longer valid. */
    public Instant validUntil(Instant paidAt) {
        return paidAt.atZone(ZoneOffset.UTC).plusYears(years).toInstant();
    }
}
