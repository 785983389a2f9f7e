package io.examledger.eventstore.proof;

import io.examledger.eventstore.proof.Json.Unreadable;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A head with its signature. Nothing is checked by making one; {@link #isGenuine} does.
 *
 * @param key the one that is said to have signed it
 * @param signature Ed25519, in base 64
 */
public record SignedHead(Head head, VerifierKey key, String signature) {
    static final Set<String> FIELDS = Set.of(
            "size",
            "rootHash",
            "chainHash",
            "recordedAt",
            "origin",
            "keyId",
            "publicKey",
            "signature",
            "checkpoint",
            "anchoredAt");
    private static final String SIGNED_BY = "\u2014 ";

    /** Whether the key signed the head, and is the key of the log that the head names. */
    public boolean isGenuine() {
        return key.name().equals(head.origin())
                && key.verifies(head.text(), Base64.getDecoder().decode(signature));
    }

    /** Head and signature as a C2SP signed note, which other programs can check too. */
    public String checkpoint() {
        byte[] id = key.idBytes();
        byte[] bytes = Base64.getDecoder().decode(signature);
        byte[] identified = Arrays.copyOf(id, id.length + bytes.length);
        System.arraycopy(bytes, 0, identified, id.length, bytes.length);
        return head.text() + "\n" + SIGNED_BY + key.name() + " "
                + Base64.getEncoder().encodeToString(identified) + "\n";
    }

    /**
     * Reads a signed note, of which other signatures are left aside.
     *
     * @throws IllegalArgumentException if it is none, or none of the keys has signed it
     */
    public static SignedHead ofCheckpoint(String note, Collection<VerifierKey> keys) {
        int blank = note.indexOf("\n\n");
        if (blank < 0) {
            throw new IllegalArgumentException("not a signed note");
        }
        Head head = Head.ofText(note.substring(0, blank + 1));
        List<String> lines = note.substring(blank + 2).lines().toList();
        return keys.stream()
                .flatMap(key -> lines.stream()
                        .flatMap(line -> signature(line, key).stream())
                        .map(signature -> new SignedHead(head, key, signature)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not signed by any key that was given"));
    }

    private static Optional<String> signature(String line, VerifierKey key) {
        String start = SIGNED_BY + key.name() + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        byte[] identified = Base64.getDecoder().decode(line.substring(start.length()));
        return identified.length > VerifierKey.ID_LENGTH
                        && Arrays.equals(key.idBytes(), Arrays.copyOf(identified, VerifierKey.ID_LENGTH))
                ? Optional.of(Base64.getEncoder()
                        .encodeToString(Arrays.copyOfRange(identified, VerifierKey.ID_LENGTH, identified.length)))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if it is no JSON of a head, or its members are not what the checkpoint says */
    public static SignedHead ofJson(String json) {
        return of(Fields.of(json, FIELDS));
    }

    static SignedHead of(Fields fields) {
        Head head = new Head(
                fields.text("origin"),
                fields.number("size"),
                fields.hash("rootHash"),
                fields.hash("chainHash"),
                fields.instant("recordedAt"));
        SignedHead signed = new SignedHead(head, VerifierKey.parse(fields.text("publicKey")), fields.text("signature"));
        if (!signed.checkpoint().equals(fields.text("checkpoint"))
                || !signed.key().id().equals(fields.text("keyId"))) {
            throw new Unreadable("the head's members are not what its checkpoint says");
        }
        return signed;
    }
}
