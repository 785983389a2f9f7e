package io.examledger.eventstore.proof;

import io.examledger.eventstore.proof.Verifier.Distrust;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Heads that were handed to the {@link Verifier}: only those count that the right key has signed. */
final class Heads {
    private final PrintStream out;
    private final boolean keyGiven;
    private final List<VerifierKey> trusted;

    /** @param keys that may have signed; without any, the first head's own is believed */
    Heads(List<VerifierKey> keys, PrintStream out) {
        this.trusted = new ArrayList<>(keys);
        this.keyGiven = !keys.isEmpty();
        this.out = out;
    }

    /** @throws Distrust if there is not exactly one head in the file, or it cannot be trusted */
    Head one(String what, Path file) throws IOException {
        List<Head> heads = all(what, file);
        if (heads.size() != 1) {
            throw new Distrust(file + ": one head was expected, not " + heads.size());
        }
        return heads.getFirst();
    }

    /** @throws Distrust if one of the file's heads cannot be trusted */
    List<Head> all(String what, Path file) throws IOException {
        List<SignedHead> read = read(file, Files.readString(file));
        read.forEach(head -> trust(what, head));
        return read.stream().map(SignedHead::head).toList();
    }

    private List<SignedHead> read(Path file, String text) {
        try {
            if (text.stripLeading().startsWith("{")) {
                return text.lines()
                        .filter(line -> !line.isBlank())
                        .map(SignedHead::ofJson)
                        .toList();
            }
            if (trusted.isEmpty()) {
                throw new Options.Unusable(file + ": a checkpoint can only be checked with --key");
            }
            return List.of(SignedHead.ofCheckpoint(text, trusted));
        } catch (IllegalArgumentException e) {
            throw new Distrust(file + ": " + e.getMessage());
        }
    }

    /** @throws Distrust if it is not signed, or by a key that is not trusted */
    void trust(String what, SignedHead signed) {
        Head head = signed.head();
        if (!trusted.isEmpty() && !trusted.contains(signed.key())) {
            throw new Distrust("the %s of %d events is signed by another key: %s"
                    .formatted(what, head.size(), signed.key().id()));
        }
        if (!signed.isGenuine()) {
            throw new Distrust("the %s of %d events has a wrong signature".formatted(what, head.size()));
        }
        if (trusted.isEmpty()) {
            trusted.add(signed.key());
        }
        out.println("%-12s %s, %d events, recorded %s, root %s, signed by %s%s"
                .formatted(
                        what,
                        head.origin(),
                        head.size(),
                        head.recordedAt(),
                        head.rootHash(),
                        signed.key().id(),
                        keyGiven ? "" : " (the key is believed: give --key)"));
    }
}
