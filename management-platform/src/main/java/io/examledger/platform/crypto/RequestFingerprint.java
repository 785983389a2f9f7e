package io.examledger.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.examledger.platform.crypto.KeyRing.Purpose;

/** Tells a repeated request from another one. Keyed, because a body may hold what can be guessed. */
public final class RequestFingerprint {
    private final KeyedDigest digest;

    RequestFingerprint(KeyRing keys) {
        this.digest = keys.digest(Purpose.REQUEST_FINGERPRINT);
    }

    /**
     * @param path with its query, as it was sent
     * @param body byte for byte
     */
    public String of(String method, String path, byte[] body) {
        return digest.of(Sealing.unambiguous(method.getBytes(UTF_8), path.getBytes(UTF_8), body));
    }
}
