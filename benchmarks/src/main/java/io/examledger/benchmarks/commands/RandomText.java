package io.examledger.benchmarks.commands;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Text that is as long as digests and ciphertext are, and compresses as badly. */
public final class RandomText {
    private static final int DIGEST_BYTES = 32;
    private static final int SEALED_BYTES = 48;

    private RandomText() {}

    public static String digest() {
        return of(DIGEST_BYTES);
    }

    public static String sealed() {
        return of(SEALED_BYTES);
    }

    private static String of(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
