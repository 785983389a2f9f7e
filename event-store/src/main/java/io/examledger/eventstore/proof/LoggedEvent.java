package io.examledger.eventstore.proof;

import io.examledger.eventstore.proof.Json.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log, as it is stored and as a line of an export has it.
 *
 * @param recordedAt whole microseconds
 * @param payload JSON text to the letter, because the hash covers it
 * @param metadata likewise
 * @param hash in the chain
 * @param content hash of all the others, if payload and metadata are held back; they are empty then
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
        Hash hash,
        @Nullable Hash content) {
    /** With nothing held back. */
    public LoggedEvent(
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
        this(
                position,
                eventId,
                aggregateType,
                aggregateId,
                sequence,
                type,
                revision,
                recordedAt,
                payload,
                metadata,
                hash,
                null);
    }

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

    private static final String HELD_BACK = "contentHash";

    /** Of a line that holds nothing back, or payload and metadata. */
    static final Set<String> KNOWN =
            Stream.concat(FIELDS.stream(), Stream.of(HELD_BACK)).collect(Collectors.toUnmodifiableSet());

    /**
     * The hash this event must have, after the one before it.
     *
     * @throws ArithmeticException if the time is one that no clock ever showed
     */
    public Hash hashAfter(Hash previous) {
        return Hash.of(HashChain.link(previous.bytes(), contentHash().bytes()));
    }

    /** The same without payload and metadata: the chain can be followed over it all the same. */
    public LoggedEvent heldBack() {
        return new LoggedEvent(
                position,
                eventId,
                aggregateType,
                aggregateId,
                sequence,
                type,
                revision,
                recordedAt,
                "",
                "",
                hash,
                contentHash());
    }

    private Hash contentHash() {
        return content != null ? content : Hash.of(HashChain.content(this));
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
                + (content == null
                        ? "\",\"payload\":" + Json.quoted(payload) + ",\"metadata\":" + Json.quoted(metadata)
                        : "\",\"contentHash\":\"" + content + "\"")
                + ",\"hash\":\"" + hash + "\"}";
    }

    /** @throws IllegalArgumentException if it is no line of an export */
    public static LoggedEvent ofLine(String line) {
        return of(Fields.of(line, KNOWN));
    }

    static LoggedEvent of(Fields fields) {
        boolean heldBack = fields.has(HELD_BACK);
        if (heldBack && (fields.has("payload") || fields.has("metadata"))) {
            throw new Unreadable("it says that its content is held back, and has some");
        }
        return new LoggedEvent(
                fields.number("position"),
                fields.id("eventId"),
                text(fields, "aggregateType"),
                text(fields, "aggregateId"),
                fields.number("sequence"),
                text(fields, "type"),
                text(fields, "revision"),
                fields.instant("recordedAt"),
                heldBack ? "" : text(fields, "payload"),
                heldBack ? "" : text(fields, "metadata"),
                fields.hash("hash"),
                heldBack ? fields.hash(HELD_BACK) : null);
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
