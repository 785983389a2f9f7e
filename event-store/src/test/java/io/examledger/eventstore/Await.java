package io.examledger.eventstore;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must come, as long as it takes, but not for ever. */
final class Await {
    static final Duration LONG = Duration.ofSeconds(30);

    private Await() {}

    static void until(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + LONG.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("did not happen: " + what);
                }
                LockSupport.parkNanos(1_000_000);
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }

    static void on(CountDownLatch latch) {
        try {
            if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened the latch");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The thread waits in a group for its leader. */
    static void enqueued(Thread thread) {
        until(thread.getName() + " waits in the group", () -> LockSupport.getBlocker(thread) instanceof Member);
    }
}
