package io.examledger.query.bulkchanges;

import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulk change. At its end, total = done + skipped.
 *
 * @param total number of codes that matched; null until all of them have been looked up
 * @param done number of codes that were changed
 * @param skipped number of codes that a rule refused to change
 * @param refusals why codes were skipped, sorted by code
 */
public record BulkChangeView(
        String jobId,
        BulkAction action,
        BulkChangeStatus status,
        @Nullable Integer total,
        int done,
        int skipped,
        List<RefusalCount> refusals,
        Instant requestedAt,
        @Nullable Instant finishedAt) {
    public BulkChangeView {
        refusals = List.copyOf(refusals);
    }
}
