package io.examledger.command.message.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a message is tried: the pause doubles from attempt to attempt.
 *
 * @param attempts after so many the message is given up
 * @param first pause after the first attempt
 * @param longest no pause is longer, whoever asks for it
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {
    public RetryPolicy {
        if (attempts < 1 || !first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("at least one attempt, and a first pause up to the longest");
        }
    }

    /**
     * @param done attempts so far, the one that failed included
     * @param atLeast pause that the other side asked for; zero if it did not
     * @return when to try again; empty if that was the last attempt
     */
    public Optional<Instant> next(int done, Duration atLeast, Instant at) {
        if (done >= attempts) {
            return Optional.empty();
        }
        Duration pause = first;
        for (int attempt = 1; attempt < done && pause.compareTo(longest) < 0; attempt++) {
            pause = pause.multipliedBy(2);
        }
        return Optional.of(at.plus(shorter(longer(pause, atLeast), longest)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
