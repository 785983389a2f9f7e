package io.examledger.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import io.examledger.platform.crypto.KeyRing.Purpose;

/** Encrypts the answers kept for repeated requests: they may hold a code string that only its owner may see. */
public final class ReceiptVault {
    private final Aead aead;

    ReceiptVault(KeyRing keys) {
        this.aead = keys.aead(Purpose.RECEIPTS);
    }

    /**
     * @param caller whose receipt it is
     * @param key the caller's idempotency key
     */
    public byte[] seal(byte[] answer, String caller, String key) {
        return Tink.call(() -> aead.encrypt(answer, belongsTo(caller, key)));
    }

    /** @throws IllegalStateException if it was not sealed for this caller and key, or not under a key known here */
    public byte[] open(byte[] sealed, String caller, String key) {
        return Tink.call(() -> aead.decrypt(sealed, belongsTo(caller, key)));
    }

    private static byte[] belongsTo(String caller, String key) {
        return Sealing.unambiguous(caller.getBytes(UTF_8), key.getBytes(UTF_8));
    }
}
