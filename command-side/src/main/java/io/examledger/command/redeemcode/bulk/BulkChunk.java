package io.examledger.command.redeemcode.bulk;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The codes of one chunk of a bulk change. Each step of the change reads those of one chunk, however many chunks there are. */
public class BulkChunk {
    // Null until the first event is applied: Axon then reads the identifier from that event. Only Axon reads it.
    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private String id;

    private List<RedeemCodeId> redeemCodes = List.of();

    /** For Axon, before the first event. */
    protected BulkChunk() {}

    static BulkChunk select(BulkChangeEvent.Selected selected) {
        BulkChunk chunk = new BulkChunk();
        apply(selected);
        return chunk;
    }

    /** @param chunk counted from 1 */
    static String idOf(BulkChangeId job, int chunk) {
        return "%s-%05d".formatted(job, chunk);
    }

    List<RedeemCodeId> redeemCodes() {
        return redeemCodes;
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.Selected event) {
        id = idOf(new BulkChangeId(event.bulkChangeId()), event.chunk());
        redeemCodes = event.redeemCodeIds().stream().map(RedeemCodeId::new).toList();
    }
}
