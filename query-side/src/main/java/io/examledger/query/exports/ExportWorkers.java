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
    private final String worker;
    private final ExportTable table;
    private final ExportFiles files;
    private final ExportWriter writer;
    private final Duration retention;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService executor;

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
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("exports").factory());
            ScheduledFuture<?> unused =
                    started.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
            executor = started;
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = executor;
        executor = null;
        if (running != null) {
            running.close();
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
                if (table.take(job.exportId(), worker, clock.instant())) {
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
        ExportStatus outcome = ExportStatus.FAILED;
        try {
            writer.write(job, worker);
            files.finish(job, worker);
            outcome = ExportStatus.DONE;
        } catch (IOException | RuntimeException e) {
            LOG.error("export {} failed", job.exportId(), e);
        }
        table.finish(job.exportId(), worker, outcome, clock.instant());
        if (outcome == ExportStatus.FAILED) {
            files.deletePart(job, worker);
        }
    }
}
