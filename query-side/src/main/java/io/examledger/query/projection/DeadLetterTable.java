package io.examledger.query.projection;

import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;

/**
 * A table of parked events. All have the same columns but for one.
 *
 * @param name with its schema
 * @param readerColumn holds the name of the projection or policy that could not handle the event
 */
public record DeadLetterTable(String name, String readerColumn) {
    DeadLetterSchema schema() {
        return DeadLetterSchema.builder()
                .deadLetterTable(name)
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn(readerColumn)
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_id")
                .timestampColumn("event_time")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .aggregateTypeColumn("aggregate_type")
                .aggregateIdentifierColumn("aggregate_id")
                .sequenceNumberColumn("aggregate_sequence")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }
}
