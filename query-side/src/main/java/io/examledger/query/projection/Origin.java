package io.examledger.query.projection;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from (AUD-1). Null only where the event does not say.
 *
 * @param actor account, client or policy that caused it
 * @param correlationId id of the request it came of
 * @param causationId of the request or event that led to it
 */
public record Origin(
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId) {
    static Origin of(MetaData metadata) {
        return new Origin((String) metadata.get("actor"), (String) metadata.get("correlationId"), (String)
                metadata.get("causationId"));
    }
}
