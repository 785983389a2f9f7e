package io.examledger.query.exports;

import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.access.ExportReads;
import io.examledger.query.access.PendingReads;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.attempts.AttemptFilter;
import io.examledger.query.attempts.FindAttempts;
import io.examledger.query.audit.AuditEntries;
import io.examledger.query.audit.AuditFilter;
import io.examledger.query.audit.FindAuditEvents;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.bills.BillFilter;
import io.examledger.query.bills.FindBills;
import io.examledger.query.projection.Snapshots;
import io.examledger.query.redeemcodes.FindRedeemCodes;
import io.examledger.query.redeemcodes.RedeemCodeFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes a job's file from one consistent snapshot, streamed off a cursor (COD-12). */
final class ExportWriter {
    private static final int FETCH_SIZE = 500;
    private final TransactionTemplate snapshot;
    private final NamedParameterJdbcTemplate jdbc;
    private final CodeStringVault codeStrings;
    private final PersonalDataVault people;
    private final FindBills bills;
    private final FindAuditEvents events;
    private final Supplier<PendingReads> reads;
    private final ExportTable table;
    private final ExportFiles files;
    private final JsonMapper json;
    private final Clock clock;

    /** @param reads makes a fresh one for each file */
    ExportWriter(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            CodeStringVault codeStrings,
            PersonalDataVault people,
            LoggedEvents log,
            Supplier<PendingReads> reads,
            ExportTable table,
            ExportFiles files,
            JsonMapper json,
            Clock clock) {
        this.snapshot = Snapshots.of(transactions, dataSource);
        snapshot.setReadOnly(true);
        JdbcTemplate cursor = new JdbcTemplate(dataSource);
        cursor.setFetchSize(FETCH_SIZE);
        this.jdbc = new NamedParameterJdbcTemplate(cursor);
        this.codeStrings = codeStrings;
        this.people = people;
        this.bills = new FindBills(jdbc);
        this.events = new FindAuditEvents(jdbc, new AuditEntries(log, clock));
        this.reads = reads;
        this.table = table;
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param stopped asked before each row
     * @throws ExportStopped if the answer was yes
     * @throws RuntimeException if it could not be written; the part that was is left to be deleted
     */
    void write(ExportJob job, String worker, BooleanSupplier stopped) {
        ExportReads opened = new ExportReads(
                reads.get(),
                job.requestedBy(),
                job.owner() == null,
                job.resource().wireName(),
                job.exportId());
        AccountNames names = new AccountNames(jdbc, people, json, opened);
        snapshot.executeWithoutResult(status -> {
            try {
                switch (job.resource()) {
                    case REDEEM_CODES -> writeCodes(job, worker, stopped, names);
                    case ORDERS -> writeBills(job, worker, stopped);
                    case EXAMINEES -> writeAttempts(job, worker, stopped, names);
                    case AUDIT_EVENTS -> writeEvents(job, worker, stopped);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        opened.keep();
    }

    private void writeCodes(ExportJob job, String worker, BooleanSupplier stopped, AccountNames names)
            throws IOException {
        FindRedeemCodes codes = new FindRedeemCodes(jdbc, codeStrings, names);
        RedeemCodeFilter filter = json.readValue(job.filter(), RedeemCodeFilter.class);
        try (ExportRun run =
                new ExportRun(table, files, job, worker, clock, stopped, ExportColumns.CODES, codes.count(filter))) {
            codes.each(filter, job.owner(), code -> run.row(ExportColumns.of(code)));
        }
    }

    private void writeBills(ExportJob job, String worker, BooleanSupplier stopped) throws IOException {
        BillFilter filter = json.readValue(job.filter(), BillFilter.class);
        try (ExportRun run =
                new ExportRun(table, files, job, worker, clock, stopped, ExportColumns.BILLS, bills.count(filter))) {
            bills.each(filter, bill -> run.row(ExportColumns.of(bill)));
        }
    }

    private void writeAttempts(ExportJob job, String worker, BooleanSupplier stopped, AccountNames names)
            throws IOException {
        FindAttempts attempts = new FindAttempts(jdbc, names);
        AttemptFilter filter = json.readValue(job.filter(), AttemptFilter.class);
        long total = attempts.count(filter);
        try (ExportRun run = new ExportRun(table, files, job, worker, clock, stopped, AttemptColumns.HEADINGS, total)) {
            attempts.each(filter, attempt -> run.row(AttemptColumns.of(attempt)));
        }
    }

    private void writeEvents(ExportJob job, String worker, BooleanSupplier stopped) throws IOException {
        AuditFilter filter = json.readValue(job.filter(), AuditFilter.class);
        long total = events.count(filter);
        try (ExportRun run = new ExportRun(table, files, job, worker, clock, stopped, AuditColumns.HEADINGS, total)) {
            events.each(filter, entry -> run.row(AuditColumns.of(entry)));
        }
    }
}
