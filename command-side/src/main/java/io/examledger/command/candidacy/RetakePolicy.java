package io.examledger.command.candidacy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How long a person waits after failures in a subject (RES-2), counted in UTC from the start of the exam that failed last.
 * A year is a calendar year: 2028-02-29 leads to 2029-02-28.
 *
 * @param version stands on the events that the policy decided
 * @param waits after the first failure, the second, and so on; the last one is for all later ones
 */
public record RetakePolicy(int version, List<Period> waits) {
    public static final RetakePolicy CURRENT =
            new RetakePolicy(1, List.of(Period.ofDays(14), Period.ofDays(60), Period.ofYears(1)));

    public RetakePolicy {
        waits = List.copyOf(waits);
    }

    /**
     * The first instant at which a new exam may start.
     *
     * @param failures in a row, at least one
     */
    public Instant earliestStart(Instant lastFailed, int failures) {
        Period wait = waits.get(Math.min(failures, waits.size()) - 1);
        return lastFailed.atZone(ZoneOffset.UTC).plus(wait).toInstant();
    }
}
