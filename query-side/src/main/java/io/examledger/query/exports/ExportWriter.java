package io.examledger.query.exports;

import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.attempts.AttemptFilter;
import io.examledger.query.attempts.FindAttempts;
import io.examledger.query.bills.BillFilter;
import io.examledger.query.bills.FindBills;
import io.examledger.query.redeemcodes.FindRedeemCodes;
import io.examledger.query.redeemcodes.RedeemCodeFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes a job's file from one consistent snapshot, streamed off a cursor (COD-12). */
final class ExportWriter {
    private static final int FETCH_SIZE = 500;
    private final TransactionTemplate snapshot;
    private final FindRedeemCodes codes;
    private final FindBills bills;
    private final FindAttempts attempts;
    private final ExportTable table;
    private final ExportFiles files;
    private final JsonMapper json;
    private final Clock clock;

    ExportWriter(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            CodeStringVault codeStrings,
            PersonalDataVault people,
            ExportTable table,
            ExportFiles files,
            JsonMapper json,
            Clock clock) {
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        JdbcTemplate cursor = new JdbcTemplate(dataSource);
        cursor.setFetchSize(FETCH_SIZE);
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(cursor);
        AccountNames names = new AccountNames(jdbc, people, json);
        this.codes = new FindRedeemCodes(jdbc, codeStrings, names);
        this.attempts = new FindAttempts(jdbc, names);
        this.bills = new FindBills(jdbc);
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
        snapshot.executeWithoutResult(status -> {
            try {
                switch (job.resource()) {
                    case REDEEM_CODES -> writeCodes(job, worker, stopped);
                    case ORDERS -> writeBills(job, worker, stopped);
                    case EXAMINEES -> writeAttempts(job, worker, stopped);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void writeCodes(ExportJob job, String worker, BooleanSupplier stopped) throws IOException {
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

    private void writeAttempts(ExportJob job, String worker, BooleanSupplier stopped) throws IOException {
        AttemptFilter filter = json.readValue(job.filter(), AttemptFilter.class);
        long total = attempts.count(filter);
        try (ExportRun run = new ExportRun(table, files, job, worker, clock, stopped, AttemptColumns.HEADINGS, total)) {
            attempts.each(filter, attempt -> run.row(AttemptColumns.of(attempt)));
        }
    }
}
