package io.examledger.eventstore.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key by which heads are checked, written as signed notes write it: {@code name+id+base64(1 ‖ key)}.
 *
 * @param name the origin of the log
 * @param key the 32 bytes of an Ed25519 public key, in base 64
 * @see <a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a>
 */
public record VerifierKey(String name, String key) {
    static final String ALGORITHM = "Ed25519";
    static final int ID_LENGTH = 4;
    private static final byte ED25519 = 1;
    private static final int LENGTH = 32;

    /** Everything of an X.509 Ed25519 public key that comes before its 32 bytes (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        if (Base64.getDecoder().decode(key).length != LENGTH) {
            throw new IllegalArgumentException("an Ed25519 public key has " + LENGTH + " bytes");
        }
    }

    public static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != X509.length + LENGTH || !Arrays.equals(X509, Arrays.copyOf(encoded, X509.length))) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
        byte[] raw = Arrays.copyOfRange(encoded, X509.length, encoded.length);
        return new VerifierKey(name, Base64.getEncoder().encodeToString(raw));
    }

    /** @throws IllegalArgumentException if it is not written as {@link #toString} does, its id included */
    public static VerifierKey parse(String written) {
        String[] parts = written.split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length == 1 + LENGTH && typed[0] == ED25519) {
                byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
                VerifierKey key = new VerifierKey(parts[0], Base64.getEncoder().encodeToString(raw));
                if (key.toString().equals(written)) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("a public key has the form name+id+base64");
    }

    private byte[] raw() {
        return Base64.getDecoder().decode(key);
    }

    byte[] idBytes() {
        MessageDigest digest = HashChain.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(raw()), ID_LENGTH);
    }

    /** Eight hexadecimal digits that tell this key from others. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            byte[] raw = raw();
            byte[] encoded = Arrays.copyOf(X509, X509.length + LENGTH);
            System.arraycopy(raw, 0, encoded, X509.length, LENGTH);
            check.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key: " + this, e);
        }
    }

    @Override
    public String toString() {
        byte[] raw = raw();
        byte[] typed = new byte[1 + LENGTH];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, LENGTH);
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
