package io.examledger.benchmarks.measuring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that work without pause, each in a thread of its own. */
public final class Load {
    private static final double NANOS = 1e9;

    private Load() {}

    /** One piece of work. */
    public interface Work {
        /** Does it and answers true; answers false if nothing is left to do. */
        boolean next();
    }

    /**
     * Works until the time is up or nothing is left. What has begun is ended and counted with the time it took.
     *
     * @return pieces for each second
     */
    public static double rate(int clients, Duration time, Work work) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                counts.add(threads.submit(client(start, time, work)));
            }
            long began = System.nanoTime();
            start.countDown();
            long done = 0;
            for (Future<Integer> count : counts) {
                done += result(count);
            }
            return done * NANOS / (System.nanoTime() - began);
        }
    }

    private static Callable<Integer> client(CountDownLatch start, Duration time, Work work) {
        return () -> {
            start.await();
            long end = System.nanoTime() + time.toNanos();
            int done = 0;
            while (System.nanoTime() - end < 0 && work.next()) {
                done++;
            }
            return done;
        };
    }

    /** What a task answered; its failure as one of ours. */
    public static <T> T result(Future<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
    }
}
