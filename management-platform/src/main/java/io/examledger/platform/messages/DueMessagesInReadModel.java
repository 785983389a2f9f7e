package io.examledger.platform.messages;

import io.examledger.command.message.deliver.DueMessages;
import io.examledger.kernel.message.MessageId;
import io.examledger.query.messages.FindDeliveries;
import java.time.Instant;
import java.util.List;

/** Finds due messages in the read model, whichever node keeps that. */
final class DueMessagesInReadModel implements DueMessages {
    private final FindDeliveries deliveries;

    DueMessagesInReadModel(FindDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public List<Due> find(Instant now, int limit) {
        return deliveries.due(now, limit).stream()
                .map(due -> new Due(new MessageId(due.deliveryId()), due.channel(), due.correlationId()))
                .toList();
    }
}
