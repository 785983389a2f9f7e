package io.examledger.platform.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random history. Everything in it follows from its seed: each step has a seed of its own, so that steps can be left out
 * and the others stay what they are.
 *
 * @param slot the years in which it plays: neighbours have their own, since they share the hours of the online pool
 * @param commands after how many it ends
 */
record History(long seed, int slot, int commands, List<Long> steps) {
    static final int SLOTS = 400;
    /** As many as there are years of four digits for. */
    private static final int MORE_SLOTS = 1_300;

    private static final Instant FIRST = Instant.parse("2028-01-01T00:00:00Z");
    private static final Duration SLOT = Duration.ofDays(6 * 366);
    private static final int STEPS_PER_COMMAND = 4;

    History {
        steps = List.copyOf(steps);
    }

    static History of(long seed, int commands) {
        SplittableRandom random = new SplittableRandom(seed);
        return new History(
                seed,
                Math.floorMod(seed, SLOTS),
                commands,
                random.longs((long) commands * STEPS_PER_COMMAND).boxed().toList());
    }

    History with(List<Long> fewer) {
        return new History(seed, slot, commands, fewer);
    }

    /** The same in other years, beside those of {@link #of}. */
    History elsewhere(int number) {
        return new History(seed, SLOTS + number % (MORE_SLOTS - SLOTS), commands, steps);
    }

    Instant start() {
        Instant years = FIRST.plus(SLOT.multipliedBy(slot));
        return years.plus(new Draw(seed).upTo(Duration.ofDays(700)));
    }

    /** Later than this it does not get. */
    Instant end() {
        return start().plus(Duration.ofDays(3 * 365));
    }
}
