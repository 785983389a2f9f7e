package io.examledger.platform.crypto;

import com.google.crypto.tink.prf.PrfSet;
import java.util.Base64;

/** HMAC-SHA256 under a key of ours, as URL-safe text. */
final class KeyedDigest {
    private static final int BYTES = 32;
    private final PrfSet prf;

    KeyedDigest(PrfSet prf) {
        this.prf = prf;
    }

    String of(byte[] content) {
        byte[] digest = Tink.call(() -> prf.computePrimary(content, BYTES));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
