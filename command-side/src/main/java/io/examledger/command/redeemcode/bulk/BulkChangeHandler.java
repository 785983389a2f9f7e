package io.examledger.command.redeemcode.bulk;

import io.examledger.command.Commands.Done;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes.Selection;
import io.examledger.command.redeemcode.bulk.StartChunk.Work;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Takes requests for bulk changes and the steps of their policy. A chunk's codes are stored with the job's event of them. */
public class BulkChangeHandler {
    private final Repository<BulkChange> bulkChanges;
    private final Repository<BulkChunk> bulkChunks;

    public BulkChangeHandler(Repository<BulkChange> bulkChanges, Repository<BulkChunk> bulkChunks) {
        this.bulkChanges = bulkChanges;
        this.bulkChunks = bulkChunks;
    }

    @CommandHandler
    public BulkChangeRequested handle(RequestBulkChange command) throws Exception {
        bulkChanges.newInstance(() -> BulkChange.request(command));
        return new BulkChangeRequested(command.bulkChangeId().value());
    }

    /** @throws IllegalStateException if codes would be left out */
    @CommandHandler
    public Selection handle(SelectRedeemCodes command) throws Exception {
        Aggregate<BulkChange> job = bulkChanges.load(command.bulkChangeId().value());
        Optional<BulkChangeEvent.Selected> selected = job.invoke(change -> change.select(command));
        if (selected.isPresent()) {
            bulkChunks.newInstance(() -> BulkChunk.select(selected.get()));
        }
        return job.invoke(BulkChange::selection);
    }

    /** @throws IllegalStateException if something has to be done first */
    @CommandHandler
    public Work handle(StartChunk command) {
        Aggregate<BulkChange> job = bulkChanges.load(command.bulkChangeId().value());
        List<RedeemCodeId> codes = job.invoke(change -> change.start(command.chunk()))
                ? job.invoke(change -> change.keptCodes(command.chunk())).orElseGet(() -> codesOf(command))
                : List.of();
        return job.invoke(change -> change.work(codes));
    }

    private List<RedeemCodeId> codesOf(StartChunk command) {
        return bulkChunks
                .load(BulkChunk.idOf(command.bulkChangeId(), command.chunk()))
                .invoke(BulkChunk::redeemCodes);
    }

    /** @throws IllegalStateException if it is not the chunk's turn, or not all of its codes were dealt with */
    @CommandHandler
    public Done handle(FinishChunk command) {
        bulkChanges.load(command.bulkChangeId().value()).execute(change -> change.finish(command));
        return new Done();
    }

    /** The answer. */
    public record BulkChangeRequested(String jobId) {}
}
