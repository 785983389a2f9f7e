package io.examledger.eventstore.proof;

import java.util.List;
import java.util.Optional;

/** Checks proofs by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, which know nothing of the tree but its size. */
final class MerkleProof {
    /** Where a walk from a leaf to the root stands: the node, and the last node of the same level. */
    private long node;

    private long last;

    private MerkleProof(long node, long last) {
        this.node = node;
        this.last = last;
    }

    /**
     * The root that a leaf and its audit path lead to.
     *
     * @param index of the leaf, from 0
     * @return empty if the path is none of a tree of that size
     */
    static Optional<Hash> rootOf(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        MerkleProof walk = new MerkleProof(index, size - 1);
        Hash root = leaf;
        for (Hash sibling : path) {
            if (walk.last == 0) {
                return Optional.empty();
            }
            root = walk.siblingIsLeft() ? MerkleTree.node(sibling, root) : MerkleTree.node(root, sibling);
            walk.up();
        }
        return walk.last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** Whether a tree goes on where an older one ended, that is, begins with the same leaves. */
    static boolean isConsistent(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older == newer || older == 0) {
            return proof.isEmpty() && olderRoot.equals(older == 0 ? MerkleTree.empty() : newerRoot);
        }
        if (older < 0 || older > newer || (proof.isEmpty() && Long.bitCount(older) != 1)) {
            return false;
        }
        MerkleProof walk = new MerkleProof(older - 1, newer - 1);
        walk.upWhileRight();
        boolean startsWithOlder = Long.bitCount(older) == 1;
        Hash olderSeen = startsWithOlder ? olderRoot : proof.getFirst();
        Hash newerSeen = olderSeen;
        for (Hash hash : startsWithOlder ? proof : proof.subList(1, proof.size())) {
            if (walk.last == 0) {
                return false;
            }
            if (walk.siblingIsLeft()) {
                olderSeen = MerkleTree.node(hash, olderSeen);
                newerSeen = MerkleTree.node(hash, newerSeen);
            } else {
                newerSeen = MerkleTree.node(newerSeen, hash);
            }
            walk.up();
        }
        return walk.last == 0 && olderSeen.equals(olderRoot) && newerSeen.equals(newerRoot);
    }

    private boolean siblingIsLeft() {
        return (node & 1) == 1 || node == last;
    }

    /** To the parent; from the last node of a level, which may have no sibling there, to the parent that has one. */
    private void up() {
        if (node == last) {
            while ((node & 1) == 0 && node != 0) {
                shift();
            }
        }
        shift();
    }

    private void upWhileRight() {
        while ((node & 1) == 1) {
            shift();
        }
    }

    private void shift() {
        node >>= 1;
        last >>= 1;
    }
}
