package io.examledger.platform.model;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The figures of the rule book. A test that must fail gets others.
 *
 * @param siteChange how long before the start an appointment at a test center can be changed (APT-1)
 * @param onlineChange until how long before the start an online one is changed without a fee (APT-1)
 * @param showUpAfter how long after the start somebody can still show up (APT-2)
 * @param embargo from the exam's end to its result (RES-1)
 * @param validity of a paid order (ORD-3)
 * @param retakeWaits after the first, the second, the third and each later failure (RES-2)
 * @param refundsBound whether a refund takes bound codes with it, which REF-2 forbids
 */
record RuleFigures(
        Duration siteChange,
        Duration onlineChange,
        Duration showUpAfter,
        Duration embargo,
        Period validity,
        List<Period> retakeWaits,
        boolean refundsBound) {
    static final RuleFigures OF_THE_RULE_BOOK = new RuleFigures(
            Duration.ofHours(72),
            Duration.ofHours(24),
            Duration.ofMinutes(20),
            Duration.ofDays(3),
            Period.ofYears(1),
            List.of(Period.ofDays(14), Period.ofDays(60), Period.ofYears(1)),
            false);

    RuleFigures withSiteChange(Duration limit) {
        return new RuleFigures(limit, onlineChange, showUpAfter, embargo, validity, retakeWaits, refundsBound);
    }

    RuleFigures withBoundCodesRefunded() {
        return new RuleFigures(siteChange, onlineChange, showUpAfter, embargo, validity, retakeWaits, true);
    }

    /** Calendar periods are counted in UTC. */
    static Instant plus(Instant from, Period period) {
        return from.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }
}
