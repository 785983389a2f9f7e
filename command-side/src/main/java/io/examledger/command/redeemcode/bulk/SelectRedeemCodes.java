package io.examledger.command.redeemcode.bulk;

import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import java.time.Instant;
import java.util.List;

/**
 * Fixes the next chunk of a bulk change's codes. Repeating it changes nothing: what was fixed first stays.
 *
 * @param after position in the log after which was searched
 * @param through position of the last code of the chunk
 * @param last whether no more codes match
 */
public record SelectRedeemCodes(
        BulkChangeId bulkChangeId, long after, List<RedeemCodeId> redeemCodes, long through, boolean last, Instant at) {
    public SelectRedeemCodes {
        redeemCodes = List.copyOf(redeemCodes);
    }

    /**
     * How far the selection is.
     *
     * @param through position of the last code so far; 0 without one
     * @param complete whether all codes have been selected
     */
    public record Selection(long through, boolean complete) {
        /** Before the first chunk. */
        public static final Selection NONE = new Selection(0, false);
    }
}
