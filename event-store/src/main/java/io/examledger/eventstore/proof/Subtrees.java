package io.examledger.eventstore.proof;

/** Knows the complete subtrees of a Merkle tree. */
public interface Subtrees {
    /**
     * The hash over the leaves from {@code index · 2^level} on, {@code 2^level} of them; level 0 are the leaves themselves.
     *
     * @throws MissingSubtree if it is not known
     */
    Hash hash(int level, long index);

    /** A subtree that should be there is not. */
    final class MissingSubtree extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public MissingSubtree(int level, long index) {
            super("the subtree " + index + " of level " + level + " is missing");
        }
    }
}
