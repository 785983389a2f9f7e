package io.examledger.query.exports;

import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.query.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of export jobs. Every change is committed by itself, so that others see it at once. */
final class ExportTable {
    /** A worker that has said nothing for so long is gone, and another may take its job. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    /** How many exports of one caller may be unfinished, each in a place of its own: the workers are everybody's. */
    static final int PLACES = 5;

    private static final String COLUMNS =
            "export_id, requested_by, owner, resource, format, filter, status, rows_done, rows_total";
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate ownTransaction;

    ExportTable(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes the first of the caller's free places; two at once cannot have the same one.
     *
     * @return not if there is none, another request was faster, or the key was used by the same caller before
     */
    boolean insert(ExportJob job, @Nullable IdempotencyKey key, Instant now) {
        return jdbc.update(
                        """
                insert into read_model.export
                  (export_id, requested_by, owner, scope, idempotency_key, place, resource, format, filter, status,
                   rows_done, requested_at, touched_at)
                select :id, :requestedBy, :owner, :scope, :key, place, :resource, :format, :filter, 'QUEUED', 0, :now, :now
                from (values (1), (2), (3), (4), (5)) as places (place)
                where not exists (
                  select 1 from read_model.export taken
                  where taken.requested_by = :requestedBy and taken.place = places.place)
                order by place
                limit 1
                on conflict do nothing
                """,
                        new MapSqlParameterSource("id", job.exportId())
                                .addValue("requestedBy", job.requestedBy())
                                .addValue("owner", job.owner())
                                .addValue("scope", job.scope())
                                .addValue("key", key == null ? null : key.value())
                                .addValue("resource", job.resource().name())
                                .addValue("format", job.format().name())
                                .addValue("filter", job.filter())
                                .addValue("now", Instants.toColumn(now)))
                == 1;
    }

    /** The job that was asked for with the same key in the same scope. */
    Optional<ExportJob> byKey(ExportJob job, IdempotencyKey key) {
        return jdbc
                .query(
                        "select " + COLUMNS + """
                         from read_model.export
                        where scope = :scope and idempotency_key = :key
                        """,
                        new MapSqlParameterSource("scope", job.scope()).addValue("key", key.value()),
                        ExportJob::read)
                .stream()
                .findFirst();
    }

    Optional<ExportJob> byId(String exportId) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from read_model.export where export_id = :id",
                        new MapSqlParameterSource("id", exportId),
                        ExportJob::read)
                .stream()
                .findFirst();
    }

    /** Jobs that nobody works on. */
    List<ExportJob> open(Instant now) {
        return jdbc.query(
                "select " + COLUMNS + """
                 from read_model.export
                where status in ('QUEUED', 'RUNNING') and (worker is null or touched_at < :silent)
                order by requested_at
                """,
                new MapSqlParameterSource("silent", Instants.toColumn(now.minus(SILENCE))),
                ExportJob::read);
    }

    /** Jobs whose file has lain long enough. */
    List<ExportJob> finishedBefore(Instant then) {
        return jdbc.query(
                "select " + COLUMNS + """
                 from read_model.export
                where status in ('DONE', 'FAILED') and touched_at < :then
                """, new MapSqlParameterSource("then", Instants.toColumn(then)), ExportJob::read);
    }

    /** @return whether the job is the worker's now */
    boolean take(String exportId, String worker, Instant now) {
        return jdbc.update("""
                update read_model.export
                set status = 'RUNNING', worker = :worker, rows_done = 0, touched_at = :now
                where export_id = :id and status in ('QUEUED', 'RUNNING')
                  and (worker is null or touched_at < :silent)
                """, values(exportId, worker, now).addValue("silent", Instants.toColumn(now.minus(SILENCE))))
                == 1;
    }

    /** @throws IllegalStateException if another worker has taken the job */
    void progress(String exportId, String worker, long rowsDone, long rowsTotal, Instant now) {
        // Beside the snapshot that the rows come from, where others would not see it before the end.
        Integer updated = ownTransaction.execute(status -> jdbc.update(
                """
                update read_model.export
                set rows_done = :done, rows_total = :total, touched_at = :now
                where export_id = :id and worker = :worker and status = 'RUNNING'
                """, values(exportId, worker, now).addValue("done", rowsDone).addValue("total", rowsTotal)));
        if (updated == null || updated == 0) {
            throw new IllegalStateException("export " + exportId + " was taken by another worker");
        }
    }

    void finish(String exportId, String worker, ExportStatus status, Instant now) {
        jdbc.update("""
                update read_model.export
                set status = :status, place = null, touched_at = :now
                where export_id = :id and worker = :worker
                """, values(exportId, worker, now).addValue("status", status.name()));
    }

    /** Gives back a job that was not finished, so that another worker need not wait. */
    void release(String exportId, String worker) {
        jdbc.update("""
                update read_model.export
                set status = 'QUEUED', worker = null
                where export_id = :id and worker = :worker and status = 'RUNNING'
                """, new MapSqlParameterSource("id", exportId).addValue("worker", worker));
    }

    /** A name that was searched for goes with the file that shows it (AUD-5). */
    void expire(String exportId) {
        jdbc.update("""
                update read_model.export
                set status = 'EXPIRED', filter = case when resource = 'EXAMINEES' then '{}' else filter end
                where export_id = :id
                """, new MapSqlParameterSource("id", exportId));
    }

    private static MapSqlParameterSource values(String exportId, String worker, Instant now) {
        return new MapSqlParameterSource("id", exportId)
                .addValue("worker", worker)
                .addValue("now", Instants.toColumn(now));
    }
}
