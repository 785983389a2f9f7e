package io.examledger.eventstore.proof;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Merkle tree to which leaves are added on the right. Keeps only what later hashes need: one for each bit of its size. */
public final class GrowingTree {
    private final @Nullable Hash[] peaks = new @Nullable Hash[Long.SIZE];
    private final Completed completed;
    private long size;

    /** Told of each subtree that is complete, lower ones first. */
    public interface Completed {
        void subtree(int level, long index, Hash hash);
    }

    private GrowingTree(long size, Completed completed) {
        this.size = size;
        this.completed = completed;
    }

    public static GrowingTree empty() {
        return new GrowingTree(0, (level, index, hash) -> {});
    }

    /**
     * Goes on where a tree ended.
     *
     * @param subtrees that tree's
     */
    public static GrowingTree after(long size, Subtrees subtrees, Completed completed) {
        GrowingTree tree = new GrowingTree(size, completed);
        for (int level = 0; level < Long.SIZE; level++) {
            if (tree.hasPeak(level)) {
                tree.peaks[level] = subtrees.hash(level, (size >> level) - 1);
            }
        }
        return tree;
    }

    private boolean hasPeak(int level) {
        return (size >> level & 1) == 1;
    }

    /** @param leaf of {@link MerkleTree#leaf} */
    public void add(Hash leaf) {
        int level = 0;
        Hash hash = leaf;
        completed.subtree(level, size, hash);
        while (hasPeak(level)) {
            hash = MerkleTree.node(Objects.requireNonNull(peaks[level]), hash);
            level++;
            completed.subtree(level, size >> level, hash);
        }
        peaks[level] = hash;
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        Hash root = null;
        for (int level = 0; level < Long.SIZE; level++) {
            if (hasPeak(level)) {
                Hash peak = Objects.requireNonNull(peaks[level]);
                root = root == null ? peak : MerkleTree.node(peak, root);
            }
        }
        return root == null ? MerkleTree.empty() : root;
    }
}
