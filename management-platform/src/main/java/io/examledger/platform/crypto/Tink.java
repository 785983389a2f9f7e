package io.examledger.platform.crypto;

import java.security.GeneralSecurityException;

/** Tink's checked exceptions, where they can only mean a broken installation or a wrong key. */
final class Tink {
    private Tink() {}

    @FunctionalInterface
    interface Call<T> {
        T run() throws GeneralSecurityException;
    }

    /** @throws IllegalStateException if the cryptography fails */
    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cryptography failed: wrong key, or not what was sealed", e);
        }
    }
}
