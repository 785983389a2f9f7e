package io.examledger.command.redeemcode.bulk;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Takes requests for bulk changes; the work is a policy's. */
public class RequestBulkChangeHandler {
    private final Repository<BulkChange> bulkChanges;

    public RequestBulkChangeHandler(Repository<BulkChange> bulkChanges) {
        this.bulkChanges = bulkChanges;
    }

    @CommandHandler
    public BulkChangeRequested handle(RequestBulkChange command) throws Exception {
        bulkChanges.newInstance(() -> BulkChange.request(command));
        return new BulkChangeRequested(command.bulkChangeId().value());
    }

    /** The answer. */
    public record BulkChangeRequested(String jobId) {}
}
