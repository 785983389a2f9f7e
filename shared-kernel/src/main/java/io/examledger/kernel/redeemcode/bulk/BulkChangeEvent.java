package io.examledger.kernel.redeemcode.bulk;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a bulk change: asked for, its codes selected chunk by chunk, and only then changed chunk by chunk. The
 * changes themselves are events of the codes.
 */
public sealed interface BulkChangeEvent {
    String bulkChangeId();

    /** The account of the enterprise that asked for it and whose codes are changed. */
    String owner();

    /**
     * All of the owner's codes that were issued before this event and match what is given here (COD-12).
     *
     * @param digest keyed digest of a present or replaced code string
     * @param holder account of the examinee
     */
    @EventType(
            value = "bulk-change.requested",
            rules = {"COD-3", "COD-4", "COD-12"})
    record Requested(
            String bulkChangeId,
            String owner,
            BulkAction action,
            @Nullable String digest,
            @Nullable String subject,
            @Nullable String orderId,
            @Nullable RedeemCodeStatus status,
            @Nullable String holder,
            Instant requestedAt)
            implements BulkChangeEvent {}

    /**
     * A chunk of the codes that matched was selected. The codes themselves are a stream of their own, {@link Selected}, so that the
     * job's stays short.
     *
     * @param chunk counted from 1
     * @param codes how many there are in it
     * @param throughPosition place in the log of the last code's issue; the next chunk has later ones
     */
    @EventType(value = "bulk-change.chunk-selected", rules = "COD-12")
    record ChunkSelected(
            String bulkChangeId, String owner, int chunk, int codes, long throughPosition, Instant selectedAt)
            implements BulkChangeEvent {}

    /**
     * The codes of a chunk. They stay, whatever happens to them before their turn. Jobs of earlier versions have these among their
     * own events.
     *
     * @param chunk counted from 1
     * @param throughPosition place in the log of the last code's issue; the next chunk has later ones
     */
    @EventType(value = "bulk-change.selected", rules = "COD-12")
    record Selected(
            String bulkChangeId,
            String owner,
            int chunk,
            List<String> redeemCodeIds,
            long throughPosition,
            Instant selectedAt)
            implements BulkChangeEvent {
        public Selected {
            redeemCodeIds = List.copyOf(redeemCodeIds);
        }
    }

    /** @param total number of codes of all chunks */
    @EventType(value = "bulk-change.selection-completed", rules = "COD-12")
    record SelectionCompleted(String bulkChangeId, String owner, int total, Instant completedAt)
            implements BulkChangeEvent {}

    /**
     * Every code of a chunk has been changed, or a rule has refused it.
     *
     * @param changed number of codes that were changed
     * @param refusals what became of the others, sorted by code
     */
    @EventType(
            value = "bulk-change.chunk-done",
            rules = {"COD-3", "COD-4"})
    record ChunkDone(
            String bulkChangeId, String owner, int chunk, int changed, List<RefusalCount> refusals, Instant doneAt)
            implements BulkChangeEvent {
        public ChunkDone {
            refusals = List.copyOf(refusals);
        }
    }

    /** The last chunk is done, or there was none. */
    @EventType(
            value = "bulk-change.finished",
            rules = {"COD-3", "COD-4"})
    record Finished(String bulkChangeId, String owner, Instant finishedAt) implements BulkChangeEvent {}
}
