package io.examledger.platform.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again, ever less often, until the answer is right; gives up after {@link #LONGEST}. */
public final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(80);

    private Await() {}

    public static <T> T until(Supplier<T> question, Predicate<T> right) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        long pause = SHORTEST_PAUSE.toNanos();
        while (true) {
            T answer = question.get();
            if (right.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + LONGEST + " still: " + answer);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }
}
