package io.examledger.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * An event with its place in the log.
 *
 * @param position counted from 1, without holes
 * @param payload one of the records of the event catalogue
 * @param correlationId id of the request it came of; null only if the event does not say
 */
public record RecordedEvent(
        long position,
        String eventId,
        Object payload,
        @Nullable String correlationId) {}
