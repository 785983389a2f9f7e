package io.examledger.command.redeemcode.bulk;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.redeemcode.bulk.SelectRedeemCodes.Selection;
import io.examledger.command.redeemcode.bulk.StartChunk.Work;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * A change of many codes: which they are is fixed once, and each chunk of them is worked off once. Its stream is the
 * progress of the policy that does the work, so every step answers a repeat with how things stand. The codes themselves
 * are in the streams of its chunks.
 */
public class BulkChange {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private String owner = "";
    private BulkAction action = BulkAction.UNBIND;
    private final List<Integer> sizes = new ArrayList<>();
    /** Codes of chunks that an earlier version selected, by the number of the chunk, until they are done. */
    private final Map<Integer, List<String>> kept = new HashMap<>();

    private Selection selection = Selection.NONE;
    private int done;

    /** For Axon, before the first event. */
    protected BulkChange() {}

    /** COD-3, COD-4. */
    public static BulkChange request(RequestBulkChange command) {
        BulkChange change = new BulkChange();
        apply(RequestedChange.event(command));
        return change;
    }

    /**
     * Fixes the next chunk's codes. Repeating it changes nothing.
     *
     * @return what is to be stored as the chunk's own; empty if none is selected by that
     * @throws IllegalStateException if codes would be left out
     */
    Optional<BulkChangeEvent.Selected> select(SelectRedeemCodes command) {
        if (command.after() > selection.through()) {
            throw new IllegalStateException("bulk change %s has codes selected up to %d, not up to %d"
                    .formatted(id, selection.through(), command.after()));
        }
        if (command.after() < selection.through() || selection.complete()) {
            return Optional.empty();
        }
        List<String> codes =
                command.redeemCodes().stream().map(RedeemCodeId::value).toList();
        int chunk = sizes.size() + 1;
        if (!codes.isEmpty()) {
            apply(new BulkChangeEvent.ChunkSelected(id, owner, chunk, codes.size(), command.through(), command.at()));
        }
        if (command.last()) {
            complete(command.at());
        }
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(new BulkChangeEvent.Selected(id, owner, chunk, codes, command.through(), command.at()));
    }

    private void complete(Instant at) {
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        apply(new BulkChangeEvent.SelectionCompleted(id, owner, total, at));
        if (total == 0) {
            apply(new BulkChangeEvent.Finished(id, owner, at));
        }
    }

    Selection selection() {
        return selection;
    }

    /**
     * @return false if the chunk is done already, or there is none such
     * @throws IllegalStateException if something has to be done first
     */
    boolean start(int chunk) {
        if (!selection.complete() || chunk > done + 1) {
            throw new IllegalStateException("it is not the turn of chunk %d of bulk change %s".formatted(chunk, id));
        }
        return chunk > done && chunk <= sizes.size();
    }

    /** The codes of a chunk that was selected by an earlier version, among the job's own events; others have their own stream. */
    Optional<List<RedeemCodeId>> keptCodes(int chunk) {
        return Optional.ofNullable(kept.get(chunk))
                .map(codes -> codes.stream().map(RedeemCodeId::new).toList());
    }

    Work work(List<RedeemCodeId> codes) {
        return new Work(action, new AccountId(owner), codes);
    }

    /** @throws IllegalStateException if it is not the chunk's turn, or not all of its codes were dealt with */
    void finish(FinishChunk command) {
        int chunk = command.chunk();
        if (chunk <= done) {
            return;
        }
        if (!selection.complete()
                || chunk > done + 1
                || chunk > sizes.size()
                || command.codes() != sizes.get(chunk - 1)) {
            throw new IllegalStateException("chunk %d of bulk change %s cannot be done".formatted(chunk, id));
        }
        apply(new BulkChangeEvent.ChunkDone(id, owner, chunk, command.changed(), command.refusals(), command.at()));
        if (chunk == sizes.size()) {
            apply(new BulkChangeEvent.Finished(id, owner, command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.Requested event) {
        id = event.bulkChangeId();
        owner = event.owner();
        action = event.action();
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.Selected event) {
        sizes.add(event.redeemCodeIds().size());
        kept.put(event.chunk(), event.redeemCodeIds());
        selection = new Selection(event.throughPosition(), false);
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.ChunkSelected event) {
        sizes.add(event.codes());
        selection = new Selection(event.throughPosition(), false);
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.SelectionCompleted event) {
        selection = new Selection(selection.through(), true);
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.ChunkDone event) {
        done = event.chunk();
        kept.remove(done);
    }
}
