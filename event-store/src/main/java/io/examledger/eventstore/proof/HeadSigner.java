package io.examledger.eventstore.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Signs heads. Whether a head ought to be signed is decided before. */
public final class HeadSigner {
    private final VerifierKey key;
    private final PrivateKey secret;

    /** @throws IllegalArgumentException if the two keys are no pair */
    public HeadSigner(VerifierKey key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
        if (!key.verifies(key.name(), signed(key.name()))) {
            throw new IllegalArgumentException("the private key is not that of " + key);
        }
    }

    public VerifierKey key() {
        return key;
    }

    public SignedHead sign(Head head) {
        return new SignedHead(head, key, Base64.getEncoder().encodeToString(signed(head.text())));
    }

    private byte[] signed(String text) {
        try {
            Signature signature = Signature.getInstance(VerifierKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
    }
}
