package io.examledger.query.exports;

import io.examledger.query.audit.AuditEntry;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the columns of an export of the history (AUD-1). */
final class AuditColumns {
    static final List<String> HEADINGS = List.of(
            "position",
            "eventId",
            "recordedAt",
            "aggregateType",
            "aggregateId",
            "sequence",
            "type",
            "revision",
            "actor",
            "correlationId",
            "causationId",
            "policyVersion",
            "summary");

    private AuditColumns() {}

    static List<@Nullable Object> of(AuditEntry entry) {
        return Arrays.asList(
                entry.position(),
                entry.eventId(),
                entry.recordedAt(),
                entry.aggregate().type(),
                entry.aggregate().id(),
                entry.aggregate().sequence(),
                entry.type(),
                entry.revision(),
                entry.actor(),
                entry.correlationId(),
                entry.causationId(),
                entry.policyVersion(),
                entry.summary());
    }
}
