package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.Fault;
import io.examledger.eventstore.proof.Head;
import io.examledger.eventstore.tree.LedgerVerification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Verifies what was asked for, one after the other, and takes up what a dead process left, from its beginning. */
final class VerificationWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(VerificationWorker.class);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);

    private final String name;
    private final VerificationTable table;
    private final LedgerVerification verification;
    private final AnchorTable anchors;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService executor;
    private volatile boolean stopped;

    /** @param name unique to this process: marks what it works on */
    VerificationWorker(
            String name, VerificationTable table, LedgerVerification verification, AnchorTable anchors, Clock clock) {
        this.name = name;
        this.table = table;
        this.verification = verification;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** The process ends, or another one has taken the work. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            stopped = false;
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ledger-verification").factory());
            var unused = started.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
            executor = started;
        }
    }

    /** Waits for the page that is being checked. The thread is not interrupted: H2 would close its file. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = executor;
        stopped = true;
        executor = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("a verification of the log is still under way");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    /** There is something to verify. */
    void wake() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.execute(this::round);
        }
    }

    void round() {
        try {
            for (Verification open : table.open(clock.instant())) {
                if (!stopped && table.take(open, name, clock.instant())) {
                    run(open);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the log could not be verified this time; the next round tries again", e);
        }
    }

    private void run(Verification open) {
        Progress progress = new Progress(open);
        try {
            long most = open.asked().to() == null ? Long.MAX_VALUE : open.to();
            List<Head> heads = anchors.heads(open.from() - 1, most);
            Optional<Fault> fault = verification.run(open.from(), open.to(), heads, progress::checked);
            progress.tell();
            fault.ifPresent(found -> LOG.error(
                    "verification {}: the log is broken at position {}: {}",
                    open.verificationId(),
                    found.position(),
                    found.detail()));
            table.finish(open, name, fault);
        } catch (Stopped e) {
            table.release(open, name);
        } catch (RuntimeException e) {
            table.release(open, name);
            throw e;
        }
    }

    /** Told now and then: each time is an update. */
    private final class Progress {
        private final Verification open;
        private final long began = System.nanoTime();
        private long told = began;
        private long done;

        Progress(Verification open) {
            this.open = open;
        }

        void checked(long events) {
            done = events;
            if (System.nanoTime() - told > TELL_EVERY.toNanos()) {
                tell();
            }
            if (stopped) {
                throw new Stopped();
            }
        }

        void tell() {
            told = System.nanoTime();
            long millis = TimeUnit.NANOSECONDS.toMillis(told - began);
            if (!table.progress(open, name, done, millis, clock.instant())) {
                throw new Stopped();
            }
        }
    }
}
