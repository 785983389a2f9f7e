package io.examledger.platform.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** The chance of one step of a history. */
final class Draw {
    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    Duration upTo(Duration longest) {
        return Duration.ofSeconds(random.nextLong(1, longest.toSeconds() + 1));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    /** One of those that fit, mostly; now and then any. Mostly none, where none fits. */
    <T> Optional<T> mostly(Collection<T> all, Predicate<T> fits) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean any = percent(12);
        List<T> fitting = new ArrayList<>();
        for (T each : all) {
            if (any || fits.test(each)) {
                fitting.add(each);
            }
        }
        return fitting.isEmpty() ? Optional.empty() : Optional.of(of(fitting));
    }

    /** One of those that fit, mostly; else any. */
    <T> T someOf(Collection<T> all, Predicate<T> fits) {
        return mostly(all, fits).orElseGet(() -> of(List.copyOf(all)));
    }
}
