package io.examledger.platform.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again until the answer is right; gives up after a minute. */
public final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    public static <T> T until(Supplier<T> question, Predicate<T> right) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            T answer = question.get();
            if (right.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + LONGEST + " still: " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
