package io.examledger.query.bulkchanges;

import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import io.examledger.query.Criteria;
import io.examledger.query.Instants;
import io.examledger.query.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads bulk changes. */
public final class FindBulkChanges {
    private final NamedParameterJdbcTemplate jdbc;

    public FindBulkChanges(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param account of the enterprise; null for anyone's
     * @throws NotFound if there is none, or it is someone else's
     */
    public BulkChangeView one(String jobId, @Nullable String account) {
        Criteria criteria = new Criteria()
                .where("c.bulk_change_id = :jobId", "jobId", jobId)
                .where("c.account_id = :account", "account", account);
        List<Row> rows =
                jdbc.query("""
                select c.bulk_change_id, c.action, c.status, c.total, c.changed, c.requested_at, c.finished_at,
                  r.refusal, r.codes
                from read_model.bulk_change c
                left join read_model.bulk_change_refusal r on r.bulk_change_id = c.bulk_change_id
                %sorder by r.refusal
                """.formatted(criteria.clause()), criteria.values(), (row, number) -> Row.read(row));
        if (rows.isEmpty()) {
            throw new NotFound("bulk-change");
        }
        return rows.getFirst()
                .view(rows.stream().map(Row::refusal).filter(Objects::nonNull).toList());
    }

    /** A bulk change with one of its refusals, if it has any. */
    private record Row(
            String jobId,
            BulkAction action,
            BulkChangeStatus status,
            @Nullable Integer total,
            int changed,
            Instant requestedAt,
            @Nullable Instant finishedAt,
            @Nullable RefusalCount refusal) {
        static Row read(ResultSet row) throws SQLException {
            String refusal = row.getString("refusal");
            return new Row(
                    row.getString("bulk_change_id"),
                    BulkAction.valueOf(row.getString("action")),
                    BulkChangeStatus.valueOf(row.getString("status")),
                    row.getObject("total", Integer.class),
                    row.getInt("changed"),
                    Instants.required(row, "requested_at"),
                    Instants.fromColumn(row, "finished_at"),
                    refusal == null ? null : new RefusalCount(refusal, row.getInt("codes")));
        }

        BulkChangeView view(List<RefusalCount> refusals) {
            int skipped = refusals.stream().mapToInt(RefusalCount::count).sum();
            return new BulkChangeView(
                    jobId, action, status, total, changed, skipped, refusals, requestedAt, finishedAt);
        }
    }
}
