package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.SignedHead;
import java.time.Instant;

/** A head that was signed to be kept. */
record Anchor(SignedHead signed, Instant anchoredAt) {
    long size() {
        return signed.head().size();
    }
}
