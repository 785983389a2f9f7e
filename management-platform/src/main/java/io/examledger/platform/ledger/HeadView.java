package io.examledger.platform.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.eventstore.proof.Head;
import io.examledger.eventstore.proof.SignedHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed head, as the offline verifier takes it. Hashes in hexadecimal.
 *
 * @param size number of events
 * @param rootHash of the Merkle tree over them
 * @param chainHash of the last one
 * @param recordedAt of the last one
 * @param publicKey {@code name+id+base64}, as signed notes write it
 * @param signature Ed25519 over the text of the checkpoint, in base 64
 * @param checkpoint text and signature as a C2SP checkpoint
 * @param anchoredAt absent if it was made for this answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeadView(
        long size,
        String rootHash,
        String chainHash,
        Instant recordedAt,
        String origin,
        String keyId,
        String publicKey,
        String signature,
        String checkpoint,
        @Nullable Instant anchoredAt) {
    static HeadView of(SignedHead signed) {
        return of(signed, null);
    }

    static HeadView of(Anchor anchor) {
        return of(anchor.signed(), anchor.anchoredAt());
    }

    private static HeadView of(SignedHead signed, @Nullable Instant anchoredAt) {
        Head head = signed.head();
        return new HeadView(
                head.size(),
                head.rootHash().toString(),
                head.chainHash().toString(),
                head.recordedAt(),
                head.origin(),
                signed.key().id(),
                signed.key().toString(),
                signed.signature(),
                signed.checkpoint(),
                anchoredAt);
    }
}
