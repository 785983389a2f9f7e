package io.examledger.command.redeemcode.bulk;

import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.time.Instant;
import java.util.List;

/**
 * Notes what became of a chunk's codes. Repeating it changes nothing.
 *
 * @param refusals of the codes that were not changed, sorted by code
 */
public record FinishChunk(BulkChangeId bulkChangeId, int chunk, int changed, List<RefusalCount> refusals, Instant at) {
    public FinishChunk {
        refusals = List.copyOf(refusals);
    }

    /** Number of codes that were dealt with. */
    int codes() {
        return changed + refusals.stream().mapToInt(RefusalCount::count).sum();
    }
}
