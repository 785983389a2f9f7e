package io.examledger.eventstore.proof;

import io.examledger.eventstore.proof.Json.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A row of the log, as it is stored and as a line of an export has it.
 *
 * @param recordedAt whole microseconds
 * @param payload JSON text to the letter, because the hash covers it
 * @param metadata likewise
 * @param hash in the chain
 */
public record LoggedEvent(
        long position,
        UUID eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        Instant recordedAt,
        String payload,
        String metadata,
        Hash hash) {
    static final Set<String> FIELDS = Set.of(
            "position",
            "eventId",
            "aggregateType",
            "aggregateId",
            "sequence",
            "type",
            "revision",
            "recordedAt",
            "payload",
            "metadata",
            "hash");

    /**
     * The hash this event must have, after the one before it.
     *
     * @throws ArithmeticException if the time is one that no clock ever showed
     */
    public Hash hashAfter(Hash previous) {
        return Hash.of(HashChain.next(
                previous.bytes(),
                position,
                eventId,
                aggregateType,
                aggregateId,
                sequence,
                type,
                revision,
                recordedAt,
                payload,
                metadata));
    }

    /** One line of JSON, without its end. */
    public String line() {
        return "{\"position\":" + position
                + ",\"eventId\":\"" + eventId
                + "\",\"aggregateType\":" + Json.quoted(aggregateType)
                + ",\"aggregateId\":" + Json.quoted(aggregateId)
                + ",\"sequence\":" + sequence
                + ",\"type\":" + Json.quoted(type)
                + ",\"revision\":" + Json.quoted(revision)
                + ",\"recordedAt\":\"" + recordedAt
                + "\",\"payload\":" + Json.quoted(payload)
                + ",\"metadata\":" + Json.quoted(metadata)
                + ",\"hash\":\"" + hash + "\"}";
    }

    /** @throws IllegalArgumentException if it is no line of an export */
    public static LoggedEvent ofLine(String line) {
        return of(Fields.of(line, FIELDS));
    }

    static LoggedEvent of(Fields fields) {
        return new LoggedEvent(
                fields.number("position"),
                fields.id("eventId"),
                text(fields, "aggregateType"),
                text(fields, "aggregateId"),
                fields.number("sequence"),
                text(fields, "type"),
                text(fields, "revision"),
                fields.instant("recordedAt"),
                text(fields, "payload"),
                text(fields, "metadata"),
                fields.hash("hash"));
    }

    /** Half a character would count as a question mark in the hash. */
    private static String text(Fields fields, String name) {
        String text = fields.text(name);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Unreadable("\"" + name + "\" holds half a character");
        }
        return text;
    }
}
