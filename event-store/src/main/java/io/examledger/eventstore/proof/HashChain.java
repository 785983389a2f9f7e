package io.examledger.eventstore.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The hash of an event row, chained to the row before it: {@code SHA-256(previous ‖ SHA-256(content))}. The content is
 * every column in a fixed order, each text preceded by its length in bytes, so that no two rows have the same encoding.
 * Whoever holds a later hash can tell that nothing before it was changed, removed, inserted or moved (AUD-4).
 */
public final class HashChain {
    private HashChain() {}

    /** What stands before the first event: 32 zero bytes. */
    public static byte[] genesis() {
        return new byte[32];
    }

    /**
     * What an event's hash covers beside the hash before it.
     *
     * @throws ArithmeticException if the time is one that no clock ever showed
     */
    static byte[] content(LoggedEvent event) {
        MessageDigest content = sha256();
        content.update(ByteBuffer.allocate(5 * Long.BYTES)
                .putLong(event.position())
                .putLong(event.eventId().getMostSignificantBits())
                .putLong(event.eventId().getLeastSignificantBits())
                .putLong(event.sequence())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()))
                .array());
        for (String text : List.of(
                event.aggregateType(),
                event.aggregateId(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata())) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            content.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            content.update(bytes);
        }
        return content.digest();
    }

    static byte[] link(byte[] previous, byte[] content) {
        MessageDigest link = sha256();
        link.update(previous);
        return link.digest(content);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
