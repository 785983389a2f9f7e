package io.examledger.query.exports;

import io.examledger.query.jobs.Rounds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
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
    private final Rounds rounds;

    /** @param worker unique to this process: marks the jobs that it works on */
    ExportWorkers(
            String worker, ExportTable table, ExportFiles files, ExportWriter writer, Duration retention, Clock clock) {
        this.worker = worker;
        this.table = table;
        this.files = files;
        this.writer = writer;
        this.retention = retention;
        this.clock = clock;
        this.rounds = new Rounds("exports", ROUND, this::work);
    }

    @Override
    public void start() {
        rounds.start();
    }

    /** Waits for the row that is being written, not for the file. */
    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.running();
    }

    /** There is a new job. */
    void wake() {
        rounds.wake();
    }

    void round() {
        rounds.round();
    }

    private void work() {
        for (ExportJob job : table.open(clock.instant())) {
            if (!rounds.stopped() && table.take(job.exportId(), worker, clock.instant())) {
                run(job);
            }
        }
        for (ExportJob job : table.finishedBefore(clock.instant().minus(retention))) {
            files.delete(job);
            table.expire(job.exportId());
        }
    }

    private void run(ExportJob job) {
        try {
            writer.write(job, worker, rounds::stopped);
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
