package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.SignedHead;
import io.examledger.eventstore.proof.VerifierKey;
import java.util.Set;

/**
 * The public keys that this node's settings name: its own, and earlier ones. Whoever writes to the database can write a head there with any
 * key, so what is read there is taken for ours only under one of these.
 */
record KnownKeys(Set<VerifierKey> keys) {
    KnownKeys {
        keys = Set.copyOf(keys);
    }

    boolean haveSigned(SignedHead head) {
        try {
            return keys.contains(head.key()) && head.isGenuine();
        } catch (IllegalArgumentException e) {
            // A signature that is not even base 64.
            return false;
        }
    }
}
