package io.examledger.platform.ledger;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.examledger.eventstore.proof.HeadSigner;
import io.examledger.eventstore.proof.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key that signs heads, as it lies in a file or a setting: PKCS#8, with or without the lines of PEM around it. */
final class LedgerKey {
    private static final String ALGORITHM = "Ed25519";

    private LedgerKey() {}

    /** A new one, as PEM. */
    static byte[] generate() {
        try {
            byte[] key = KeyPairGenerator.getInstance(ALGORITHM)
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
            return pem.getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no Ed25519 on this machine", e);
        }
    }

    /** @throws IllegalStateException if it is no such key; the message never shows its content */
    static HeadSigner signer(String origin, String written) {
        try {
            String base64 = written.lines()
                    .filter(line -> !line.startsWith("-----"))
                    .reduce("", String::concat)
                    .strip();
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
            return new HeadSigner(new VerifierKey(origin, publicKey(key)), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without its cause: parsers quote what they could not read.
            throw new IllegalStateException(
                    "the ledger's signing key is no Ed25519 private key in PKCS#8, as 'openssl genpkey -algorithm ed25519' prints it");
        }
    }

    /** The JDK does not tell it of a private key. */
    private static String publicKey(PrivateKey key) throws GeneralSecurityException {
        byte[] seed = key instanceof EdECPrivateKey edwards ? edwards.getBytes().orElseThrow() : new byte[0];
        return Base64.getEncoder()
                .encodeToString(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey());
    }
}
