package io.examledger.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Authenticated encryption of text, bound to what it belongs to. */
final class Sealing {
    private Sealing() {}

    static String seal(Aead aead, String clear, byte[] belongsTo) {
        byte[] sealed = Tink.call(() -> aead.encrypt(clear.getBytes(UTF_8), belongsTo));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws IllegalStateException if it was not sealed for this, or not under a key known here */
    static String open(Aead aead, String sealed, byte[] belongsTo) {
        byte[] bytes = Base64.getUrlDecoder().decode(sealed);
        return new String(Tink.call(() -> aead.decrypt(bytes, belongsTo)), UTF_8);
    }

    /** The parts with their lengths: no two different lists give the same bytes. */
    static byte[] unambiguous(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
