package io.examledger.query.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one job into its file and says how far it is. */
final class ExportRun implements AutoCloseable {
    private static final int ROWS_PER_REPORT = 500;
    private final ExportTable table;
    private final ExportJob job;
    private final String worker;
    private final Clock clock;
    private final BooleanSupplier stopped;
    private final Sheet sheet;
    private final long total;
    private long done;

    ExportRun(
            ExportTable table,
            ExportFiles files,
            ExportJob job,
            String worker,
            Clock clock,
            BooleanSupplier stopped,
            List<String> headings,
            long total)
            throws IOException {
        this.table = table;
        this.job = job;
        this.worker = worker;
        this.clock = clock;
        this.stopped = stopped;
        this.total = total;
        report();
        this.sheet = Sheet.in(job.format(), new BufferedOutputStream(files.open(job, worker)), headings);
    }

    /** @throws ExportStopped if the process ends */
    void row(List<? extends @Nullable Object> cells) {
        if (stopped.getAsBoolean()) {
            throw new ExportStopped();
        }
        try {
            sheet.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done++;
        if (done % ROWS_PER_REPORT == 0) {
            report();
        }
    }

    private void report() {
        table.progress(job.exportId(), worker, done, total, clock.instant());
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        report();
    }
}
