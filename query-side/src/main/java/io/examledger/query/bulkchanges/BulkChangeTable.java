package io.examledger.query.bulkchanges;

import io.examledger.query.projection.ReadModelWriter;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The statements that write bulk changes. */
final class BulkChangeTable {
    private BulkChangeTable() {}

    static void write(
            ReadModelWriter rows,
            List<MapSqlParameterSource> requested,
            List<MapSqlParameterSource> selected,
            List<MapSqlParameterSource> progress,
            List<MapSqlParameterSource> refusals,
            List<MapSqlParameterSource> finished) {
        rows.write("""
                insert into read_model.bulk_change
                  (bulk_change_id, account_id, action, status, requested_at, position)
                values
                  (:bulkChangeId, :accountId, :action, :status, :requestedAt, :position)
                """, requested);
        rows.write("""
                update read_model.bulk_change
                set total = :total
                where bulk_change_id = :bulkChangeId
                """, selected);
        rows.write("""
                update read_model.bulk_change
                set changed = changed + :changed
                where bulk_change_id = :bulkChangeId
                """, progress);
        rows.write("""
                insert into read_model.bulk_change_refusal (bulk_change_id, refusal)
                values (:bulkChangeId, :refusal)
                on conflict do nothing
                """, refusals);
        rows.write("""
                update read_model.bulk_change_refusal
                set codes = codes + :codes
                where bulk_change_id = :bulkChangeId and refusal = :refusal
                """, refusals);
        rows.write("""
                update read_model.bulk_change
                set status = :status, finished_at = :finishedAt
                where bulk_change_id = :bulkChangeId
                """, finished);
    }
}
