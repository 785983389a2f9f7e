package io.examledger.query.exports;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.Given;
import io.examledger.query.IdempotencyKeyReused;
import io.examledger.query.NotFound;
import io.examledger.query.access.PendingReads;
import io.examledger.query.access.ReadLog;
import io.examledger.query.audit.LoggedEvents;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Takes orders for exports and hands out what has become of them, to whoever ordered them and to nobody else. */
public final class Exports {
    private static final JsonMapper JSON = new JsonMapper();
    private final CodeStringVault codeStrings;
    private final ExportTable table;
    private final ExportFiles files;
    private final ExportWorkers workers;
    private final Identifiers identifiers;
    private final Clock clock;

    public Exports(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            CodeStringVault codeStrings,
            PersonalDataVault people,
            LoggedEvents log,
            ReadLog reads,
            ExportSettings settings,
            Identifiers identifiers,
            Clock clock) {
        this.codeStrings = codeStrings;
        this.table = new ExportTable(new NamedParameterJdbcTemplate(dataSource), transactions);
        this.files = new ExportFiles(settings.directory());
        this.identifiers = identifiers;
        this.clock = clock;
        this.workers = new ExportWorkers(
                identifiers.next(),
                table,
                files,
                new ExportWriter(
                        dataSource,
                        transactions,
                        codeStrings,
                        people,
                        log,
                        () -> new PendingReads(reads, identifiers, clock),
                        table,
                        files,
                        JSON,
                        clock),
                settings.retention(),
                clock);
    }

    /** What a request became. */
    record Accepted(ExportView export, boolean replayed) {}

    /**
     * @param key null if the client sent none
     * @throws io.examledger.query.BadQuery if the request is not one
     * @throws io.examledger.query.Forbidden if the caller may not see what it asks for
     * @throws TooManyExports if too many of the caller's are not finished yet
     * @throws IdempotencyKeyReused if the key was used with another request
     */
    Accepted request(Caller caller, ExportRequest request, @Nullable IdempotencyKey key) {
        ExportResource resource = request.knownResource();
        Object filter = switch (resource) {
            case REDEEM_CODES -> request.codes(caller, codeStrings);
            case ORDERS -> request.bills(caller);
            case EXAMINEES -> request.attempts(caller);
            case AUDIT_EVENTS -> request.events(caller);
        };
        ExportJob job = new ExportJob(
                identifiers.next(),
                caller.subject(),
                Given.account(caller, null),
                resource,
                request.knownFormat(),
                JSON.writeValueAsString(filter),
                ExportStatus.QUEUED,
                0,
                null);
        // Whoever loses a place to another request of the same caller looks for the next one.
        for (int tried = 0; tried < ExportTable.PLACES; tried++) {
            if (table.insert(job, key, clock.instant())) {
                workers.wake();
                return new Accepted(job.firstView(), false);
            }
            Optional<ExportJob> earlier = key == null ? Optional.empty() : table.byKey(job, key);
            if (earlier.isPresent()) {
                return repeated(earlier.get(), job);
            }
        }
        throw new TooManyExports(ExportTable.PLACES);
    }

    private static Accepted repeated(ExportJob earlier, ExportJob job) {
        if (!earlier.asks(job)) {
            throw new IdempotencyKeyReused();
        }
        return new Accepted(earlier.firstView(), true);
    }

    /** @throws NotFound if there is none, or it is someone else's */
    ExportView status(Caller caller, String exportId) {
        return own(caller, exportId).view();
    }

    /** A file that can be read. */
    record File(Path path, String name, ExportFormat format) {}

    /** @throws NotFound if there is none, it is someone else's, or the file is not there (any more) */
    File file(Caller caller, String exportId) {
        ExportJob job = own(caller, exportId);
        if (job.status() != ExportStatus.DONE) {
            throw new NotFound("export-file");
        }
        return new File(
                files.of(job), job.resource().wireName() + "." + job.format().wireName(), job.format());
    }

    private ExportJob own(Caller caller, String exportId) {
        return table.byId(Given.id("export", exportId))
                .filter(job -> job.requestedBy().equals(caller.subject()))
                // A person who has changed companies leaves the files there.
                .filter(job -> Objects.equals(job.owner(), Given.account(caller, null)))
                .orElseThrow(() -> new NotFound("export"));
    }

    /** Runs the jobs; a bean of its own, so that a node may take orders without working on them. */
    public ExportWorkers workers() {
        return workers;
    }
}
