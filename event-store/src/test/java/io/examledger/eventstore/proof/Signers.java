package io.examledger.eventstore.proof;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** Two who could have signed. */
public final class Signers {
    private final String origin;
    private final KeyPair first = fresh();
    private final KeyPair second = fresh();

    public Signers(String origin) {
        this.origin = origin;
    }

    private static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public HeadSigner first() {
        return new HeadSigner(VerifierKey.of(origin, first.getPublic()), first.getPrivate());
    }

    HeadSigner second() {
        return new HeadSigner(VerifierKey.of(origin, second.getPublic()), second.getPrivate());
    }

    HeadSigner mixed() {
        return new HeadSigner(VerifierKey.of(origin, first.getPublic()), second.getPrivate());
    }
}
