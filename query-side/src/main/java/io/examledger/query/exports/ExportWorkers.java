package io.examledger.query.exports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Works on export jobs one after the other, takes up what a dead process left, and deletes files after their time. */
public final class ExportWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ExportWorkers.class);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final long PATIENCE_SECONDS = 10;
    private final String worker;
    private final ExportTable table;
    private final ExportFiles files;
    private final ExportWriter writer;
    private final Duration retention;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService executor;
    private volatile boolean stopped;

    /** @param worker unique to this process: marks the jobs that it works on */
    ExportWorkers(
            String worker, ExportTable table, ExportFiles files, ExportWriter writer, Duration retention, Clock clock) {
        this.worker = worker;
        this.table = table;
        this.files = files;
        this.writer = writer;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            stopped = false;
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("exports").factory());
            ScheduledFuture<?> unused =
                    started.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
            executor = started;
        }
    }

    /** Waits for the row that is being written, not for the file. The thread is not interrupted: H2 would close its file. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = executor;
        stopped = true;
        executor = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("an export is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    /** There is a new job. */
    void wake() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.execute(this::round);
        }
    }

    void round() {
        try {
            for (ExportJob job : table.open(clock.instant())) {
                if (!stopped && table.take(job.exportId(), worker, clock.instant())) {
                    run(job);
                }
            }
            for (ExportJob job : table.finishedBefore(clock.instant().minus(retention))) {
                files.delete(job);
                table.expire(job.exportId());
            }
        } catch (RuntimeException e) {
            LOG.warn("the round of exports stopped; the next one goes on", e);
        }
    }

    private void run(ExportJob job) {
        try {
            writer.write(job, worker, () -> stopped);
            files.finish(job, worker);
        } catch (ExportStopped e) {
            table.release(job.exportId(), worker);
            files.deletePart(job, worker);
            return;
        } catch (IOException | RuntimeException e) {
            LOG.error("export {} failed", job.exportId(), e);
            table.finish(job.exportId(), worker, ExportStatus.FAILED, clock.instant());
            files.deletePart(job, worker);
            return;
        }
        table.finish(job.exportId(), worker, ExportStatus.DONE, clock.instant());
    }
}
