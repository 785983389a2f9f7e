package io.examledger.eventstore;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A thread that appends, and what came of it. */
final class Caller {
    private final Thread thread;
    private volatile @Nullable Object result;
    private volatile @Nullable Throwable failure;
    private volatile boolean interruptKept;

    private Caller(String name, Callable<?> work) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            try {
                result = work.call();
            } catch (Throwable e) {
                failure = e;
            }
            interruptKept = Thread.currentThread().isInterrupted();
        });
    }

    static Caller start(String name, Callable<?> work) {
        Caller caller = new Caller(name, work);
        caller.thread.start();
        return caller;
    }

    static Caller start(String name, Runnable work) {
        return start(name, () -> {
            work.run();
            return "done";
        });
    }

    Thread thread() {
        return thread;
    }

    boolean returned() {
        return !thread.isAlive();
    }

    Caller join() {
        Await.until(thread.getName() + " ends", this::returned);
        return this;
    }

    boolean interruptKept() {
        return interruptKept;
    }

    /** What the work threw; null if it succeeded. */
    @Nullable
    Throwable failure() {
        join();
        return failure;
    }

    @Nullable
    Object result() {
        join();
        return result;
    }
}
