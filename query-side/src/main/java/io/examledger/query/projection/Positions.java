package io.examledger.query.projection;

import io.examledger.query.ReadModelBehind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * How far the read models are. Commits of this process wake those who wait; for projections that run on another node the
 * table is asked again and again.
 */
public final class Positions {
    private static final Duration POLL = Duration.ofMillis(50);
    private final List<String> projections;
    private final ProjectionTables tables;
    private final Map<String, Long> reached = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    Positions(List<String> projections, ProjectionTables tables) {
        this.projections = List.copyOf(projections);
        this.tables = tables;
    }

    /** How far some projections are that run in this process or another. */
    public static Positions of(DataSource dataSource, String... projections) {
        return new Positions(List.of(projections), new ProjectionTables(dataSource));
    }

    void advanced(String projection, long position) {
        lock.lock();
        try {
            reached.merge(projection, position, Math::max);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until every projection has seen the position.
     *
     * @throws ReadModelBehind if that takes longer than the timeout
     */
    public void await(long position, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!seen(position)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new ReadModelBehind(Duration.ofSeconds(1));
            }
            sleepUntilAdvanced(position, Math.min(left, POLL.toNanos()));
        }
    }

    private boolean seen(long position) {
        if (seenHere(position)) {
            return true;
        }
        tables.positions(projections).forEach((projection, stored) -> reached.merge(projection, stored, Math::max));
        return seenHere(position);
    }

    private boolean seenHere(long position) {
        return projections.stream().allMatch(projection -> reached.getOrDefault(projection, 0L) >= position);
    }

    private void sleepUntilAdvanced(long position, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !seenHere(position)) {
                left = advanced.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadModelBehind(Duration.ofSeconds(1));
        } finally {
            lock.unlock();
        }
    }
}
