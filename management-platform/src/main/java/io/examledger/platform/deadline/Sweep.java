package io.examledger.platform.deadline;

import java.time.Instant;
import java.util.Optional;

/** Does what is due, on one node at a time. */
public interface Sweep {
    /** @return false if another node, or another thread of this one, is at it */
    boolean sweep();

    /** When something is due next; empty if nothing is. */
    Optional<Instant> next();
}
