package io.examledger.query.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Digests of rows: each value behind its length, so that no two rows have the same encoding. For one thread. */
final class RowDigests {
    private static final int NOTHING = -1;
    private final MessageDigest sha256 = TableRows.sha256();
    private ByteBuffer encoded = ByteBuffer.allocate(4_096);

    /** @param row values in the table's order */
    byte[] of(@Nullable String[] row) {
        encoded.clear();
        for (String value : row) {
            if (value == null) {
                reserve(Integer.BYTES).putInt(NOTHING);
            } else {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                reserve(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
            }
        }
        sha256.update(encoded.array(), 0, encoded.position());
        return sha256.digest();
    }

    private ByteBuffer reserve(int bytes) {
        if (encoded.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * encoded.capacity(), encoded.position() + bytes));
            encoded = larger.put(encoded.flip());
        }
        return encoded;
    }
}
