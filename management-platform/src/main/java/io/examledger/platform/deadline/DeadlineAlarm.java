package io.examledger.platform.deadline;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sleeps until the next deadline, or until there is a new one, and wakes the sweep. Looks up now and then in any case. */
public final class DeadlineAlarm implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineAlarm.class);
    /** After which deadlines are found that another node noted and did not live to do. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /** While another node is at it, and after a failure. */
    private static final Duration SHORT_SLEEP = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Sweep sweep;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean ring;
    private @Nullable Thread thread;

    /** @param name of its thread: what it is that becomes due */
    public DeadlineAlarm(String name, Sweep sweep, Clock clock) {
        this.name = name;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** The deadlines or the clock have changed. */
    public void wake() {
        lock.lock();
        try {
            ring = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (isRunning()) {
            sleep(round());
        }
    }

    /** @return how long nothing is to be done */
    private Duration round() {
        try {
            if (!sweep.sweep()) {
                return SHORT_SLEEP;
            }
            Optional<Duration> left = sweep.next().map(due -> Duration.between(clock.instant(), due));
            return left.filter(time -> time.compareTo(LONGEST_SLEEP) < 0).orElse(LONGEST_SLEEP);
        } catch (RuntimeException e) {
            LOG.warn("{} could not be looked at; the next look comes", name, e);
            return SHORT_SLEEP;
        }
    }

    private void sleep(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (left > 0 && !ring && isRunning()) {
                left = woken.awaitNanos(left);
            }
            ring = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            if (thread == null) {
                thread = Thread.ofPlatform().daemon().name(name).start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the command that is under way. It is not interrupted: H2 would close its file. */
    @Override
    public void stop() {
        Thread running;
        lock.lock();
        try {
            running = thread;
            thread = null;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        if (running != null) {
            join(running);
        }
    }

    private void join(Thread running) {
        try {
            if (!running.join(PATIENCE)) {
                LOG.warn("something of the {} is still under way", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return thread != null;
        } finally {
            lock.unlock();
        }
    }
}
