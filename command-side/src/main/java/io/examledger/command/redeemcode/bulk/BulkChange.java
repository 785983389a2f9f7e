package io.examledger.command.redeemcode.bulk;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Commands.Done;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes.Selection;
import io.examledger.command.redeemcode.bulk.StartChunk.Work;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.subject.SubjectCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A change of many codes: which they are is fixed once, and each chunk of them is worked off once. Its stream is the
 * progress of the policy that does the work, so every step answers a repeat with how things stand.
 */
public class BulkChange {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private String owner = "";
    private BulkAction action = BulkAction.UNBIND;
    private final List<List<String>> chunks = new ArrayList<>();
    private Selection selection = Selection.NONE;
    private int done;

    /** For Axon, before the first event. */
    protected BulkChange() {}

    /** COD-3, COD-4. */
    public static BulkChange request(RequestBulkChange command) {
        BulkChange change = new BulkChange();
        CodeFilter filter = command.filter();
        apply(new BulkChangeEvent.Requested(
                command.bulkChangeId().value(),
                command.enterprise().value(),
                command.action(),
                filter.digest(),
                text(filter.subject(), SubjectCode::value),
                text(filter.order(), OrderId::value),
                filter.status(),
                text(filter.examinee(), AccountId::value),
                command.at()));
        return change;
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }

    /** @throws IllegalStateException if codes would be left out */
    @CommandHandler
    public Selection decide(SelectRedeemCodes command) {
        if (command.after() > selection.through()) {
            throw new IllegalStateException("bulk change %s has codes selected up to %d, not up to %d"
                    .formatted(id, selection.through(), command.after()));
        }
        if (command.after() < selection.through() || selection.complete()) {
            return selection;
        }
        if (!command.redeemCodes().isEmpty()) {
            List<String> codes =
                    command.redeemCodes().stream().map(RedeemCodeId::value).toList();
            apply(new BulkChangeEvent.Selected(id, owner, chunks.size() + 1, codes, command.through(), command.at()));
        }
        if (command.last()) {
            int total = chunks.stream().mapToInt(List::size).sum();
            apply(new BulkChangeEvent.SelectionCompleted(id, owner, total, command.at()));
            if (total == 0) {
                apply(new BulkChangeEvent.Finished(id, owner, command.at()));
            }
        }
        return selection;
    }

    /** @throws IllegalStateException if something has to be done first */
    @CommandHandler
    public Work decide(StartChunk command) {
        int chunk = command.chunk();
        if (!selection.complete() || chunk > done + 1) {
            throw new IllegalStateException("it is not the turn of chunk %d of bulk change %s".formatted(chunk, id));
        }
        List<String> codes = chunk <= done || chunk > chunks.size() ? List.of() : chunks.get(chunk - 1);
        return new Work(
                action,
                new AccountId(owner),
                codes.stream().map(RedeemCodeId::new).toList());
    }

    /** @throws IllegalStateException if it is not the chunk's turn, or not all of its codes were dealt with */
    @CommandHandler
    public Done decide(FinishChunk command) {
        int chunk = command.chunk();
        if (chunk <= done) {
            return new Done();
        }
        if (!selection.complete()
                || chunk > done + 1
                || chunk > chunks.size()
                || command.codes() != chunks.get(chunk - 1).size()) {
            throw new IllegalStateException("chunk %d of bulk change %s cannot be done".formatted(chunk, id));
        }
        apply(new BulkChangeEvent.ChunkDone(id, owner, chunk, command.changed(), command.refusals(), command.at()));
        if (chunk == chunks.size()) {
            apply(new BulkChangeEvent.Finished(id, owner, command.at()));
        }
        return new Done();
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.Requested event) {
        id = event.bulkChangeId();
        owner = event.owner();
        action = event.action();
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.Selected event) {
        chunks.add(event.redeemCodeIds());
        selection = new Selection(event.throughPosition(), false);
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.SelectionCompleted event) {
        selection = new Selection(selection.through(), true);
    }

    @EventSourcingHandler
    void evolve(BulkChangeEvent.ChunkDone event) {
        done = event.chunk();
    }
}
