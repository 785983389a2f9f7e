package io.examledger.command.order.remind;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a buyer is reminded that an order will expire (ORD-5): whole days of the calendar before the end, at the same time
 * of day in a zone. Where that time of day does not exist, because clocks go forward, it is as much later; where it
 * exists twice, the first one counts.
 *
 * @param version stands on the events that the policy decided
 * @param days thresholds, farthest first
 */
public record ReminderPolicy(int version, List<Integer> days, ZoneId zone) {
    public ReminderPolicy {
        days = List.copyOf(days);
    }

    /** The figures in force. */
    public static ReminderPolicy in(ZoneId zone) {
        return new ReminderPolicy(1, List.of(90, 60, 30, 15), zone);
    }

    /** When a threshold is reached. */
    public Instant reachedAt(int threshold, Instant validUntil) {
        LocalDateTime end = LocalDateTime.ofInstant(validUntil, zone);
        return end.minusDays(threshold).atZone(zone).toInstant();
    }

    /**
     * The thresholds that have been reached.
     *
     * @param come the one whose deadline has come; it counts with those before it whatever the zone says now
     */
    public Stream<Integer> reached(int come, Instant validUntil, Instant at) {
        return days.stream().filter(threshold -> threshold >= come || !at.isBefore(reachedAt(threshold, validUntil)));
    }
}
