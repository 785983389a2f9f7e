package io.examledger.command.redeemcode.bulk;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import java.util.List;

/**
 * Asks a bulk change for the work of one chunk.
 *
 * @param chunk counted from 1
 */
public record StartChunk(BulkChangeId bulkChangeId, int chunk) {
    /** @param redeemCodes to be changed; none if the chunk is done already, or there is no such chunk */
    public record Work(BulkAction action, AccountId enterprise, List<RedeemCodeId> redeemCodes) {
        public Work {
            redeemCodes = List.copyOf(redeemCodes);
        }
    }
}
