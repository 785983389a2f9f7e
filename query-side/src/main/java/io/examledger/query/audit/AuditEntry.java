package io.examledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.event.EventType;
import io.examledger.query.audit.summary.EventSummary;
import io.examledger.query.projection.Aggregate;
import io.examledger.query.projection.RecordedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as an auditor reads it. What is not there is left out.
 *
 * @param position in the log, counted from 1
 * @param actor account, client or policy that caused it
 * @param correlationId id of the request it came of
 * @param causationId of the request or event that led to it
 * @param policyVersion of the policy that decided it, where one did
 * @param summary what it changed, in plain words; no names, no code strings, and no outcome of an exam before its release
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        long position,
        String eventId,
        Instant recordedAt,
        Aggregate aggregate,
        String type,
        int revision,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable Integer policyVersion,
        String summary) {
    /** @param now what may be seen of results depends on it (RES-1) */
    static AuditEntry of(RecordedEvent event, Instant now) {
        EventType type = EventCatalogue.typeOf(event.payload().getClass());
        return new AuditEntry(
                event.position(),
                event.eventId(),
                event.recordedAt(),
                event.aggregate(),
                type.value(),
                type.revision(),
                event.origin().actor(),
                event.origin().correlationId(),
                event.origin().causationId(),
                Mentions.policyVersion(event.payload()),
                EventSummary.of(event.payload(), now));
    }
}
