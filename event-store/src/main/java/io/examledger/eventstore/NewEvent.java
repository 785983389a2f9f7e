package io.examledger.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** An event on its way into the log, serialised by the thread that decided it. */
record NewEvent(
        UUID id,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        String payload,
        String metadata) {
    private static final String ESCAPED_NUL = "\\u0000";

    /** With a backslash that is not itself escaped. */
    private static final Pattern NUL_IN_JSON = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    /** @throws IllegalArgumentException if a text is not Unicode or has a NUL: databases would store something else, or nothing */
    NewEvent {
        for (String text : new String[] {aggregateType, aggregateId, type, revision, payload, metadata}) {
            if (hasSurrogate(text) && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new IllegalArgumentException("an event holds half a character (a lone surrogate)");
            }
            if (hasNul(text)) {
                throw new IllegalArgumentException("an event holds a NUL, which jsonb does not take");
            }
        }
    }

    /** Few texts have one, and the encoder is slow. */
    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The pattern alone would cost more than everything else that happens to an event. */
    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0
                || (text.contains(ESCAPED_NUL) && NUL_IN_JSON.matcher(text).find());
    }

    /** @throws IllegalArgumentException if no aggregate published the event */
    static NewEvent of(EventMessage<?> event, Serializer serializer) {
        if (!(event instanceof DomainEventMessage<?> domainEvent)) {
            throw new IllegalArgumentException("only aggregates publish events, not "
                    + event.getPayloadType().getName());
        }
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                domainEvent.getType(),
                domainEvent.getAggregateIdentifier(),
                domainEvent.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                event.serializeMetaData(serializer, String.class).getData());
    }
}
