package io.examledger.platform.model;

import io.examledger.platform.model.ExamThings.Sitting;
import io.examledger.platform.model.Things.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** How time goes on: often to one of the moments at which a rule changes its mind, or a microsecond beside it. */
final class Moments {
    private static final int NEAREST = 4;
    private static final List<Duration> AROUND_A_START = List.of(
            Duration.ofDays(-3),
            Duration.ofDays(-1),
            Duration.ofMinutes(-30),
            Duration.ofMinutes(-10),
            Duration.ZERO,
            Duration.ofMinutes(20));
    private final World world;
    private final Instant end;

    Moments(World world, Instant end) {
        this.world = world;
        this.end = end;
    }

    Instant after(Instant now, Draw draw) {
        Instant next = now.plus(
                switch (draw.below(20)) {
                    case 0, 1, 2, 3 -> draw.upTo(Duration.ofHours(1));
                    case 4, 5, 6 -> draw.upTo(Duration.ofDays(2));
                    case 7 -> draw.upTo(Duration.ofDays(20));
                    case 8 -> draw.upTo(Duration.ofDays(draw.percent(15) ? 370 : 50));
                    default -> Duration.between(now, limit(now, draw));
                });
        return next.isBefore(end) ? next : now;
    }

    private Instant limit(Instant now, Draw draw) {
        TreeSet<Instant> nearest = new TreeSet<>();
        for (Sitting sitting : world.sittings.values()) {
            if (sitting.end.isEmpty() && !sitting.released) {
                for (Duration offset : AROUND_A_START) {
                    note(sitting.start.plus(offset), now, nearest);
                }
                note(world.releaseAt(sitting), now, nearest);
                if (sitting.hasShownUp() && !sitting.hasBegun()) {
                    note(sitting.start.plus(sitting.length), now, nearest);
                }
            }
        }
        for (Order order : world.orders.values()) {
            if (order.paid != null && !order.expired) {
                note(order.validUntil, now, nearest);
                note(order.validUntil.minus(Duration.ofDays(30)), now, nearest);
            }
        }
        if (nearest.isEmpty()) {
            return now.plus(draw.upTo(Duration.ofDays(1)));
        }
        Instant beside = draw.of(List.copyOf(nearest)).plusNanos(draw.between(-1, 1) * 1_000L);
        return beside.isAfter(now) ? beside : now;
    }

    private static void note(Instant moment, Instant now, NavigableSet<Instant> nearest) {
        if (moment.isAfter(now)) {
            nearest.add(moment);
            if (nearest.size() > NEAREST) {
                nearest.pollLast();
            }
        }
    }
}
