package io.examledger.eventstore.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1 (RFC 9162 has the same), over the first events of the log. Roots and proofs
 * take a number of subtrees that is logarithmic in the size.
 */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final Hash EMPTY = sha256("".getBytes(StandardCharsets.US_ASCII));

    private final long size;
    private final Subtrees subtrees;

    /** @param subtrees complete for at least this size */
    public MerkleTree(long size, Subtrees subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /** Of an event, whose hash in the chain is given. */
    public static Hash leaf(Hash chained) {
        return leaf(chained.bytes());
    }

    static Hash leaf(byte[] data) {
        return sha256(new byte[] {LEAF}, data);
    }

    /** Of two subtrees side by side. */
    public static Hash node(Hash left, Hash right) {
        return sha256(new byte[] {NODE}, left.bytes(), right.bytes());
    }

    /** The root of a tree without leaves. */
    static Hash empty() {
        return EMPTY;
    }

    private static Hash sha256(byte[]... parts) {
        MessageDigest digest = HashChain.sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return Hash.of(digest.digest());
    }

    public Hash root() {
        return size == 0 ? EMPTY : range(0, size);
    }

    /**
     * The audit path of RFC 6962, section 2.1.1: what is needed beside a leaf to compute the root.
     *
     * @param index of the leaf, from 0
     */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " has no leaf " + index);
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    private void path(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + widthOfLeft(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /**
     * The consistency proof of RFC 6962, section 2.1.2: shows that this tree goes on where a smaller one ended.
     *
     * @param older size of the smaller tree
     */
    public List<Hash> consistencyWith(long older) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not follow one of " + older);
        }
        List<Hash> proof = new ArrayList<>();
        if (older > 0) {
            subproof(older, 0, size, true, proof);
        }
        return proof;
    }

    private void subproof(long older, long from, long to, boolean whole, List<Hash> proof) {
        if (older == to) {
            if (!whole) {
                proof.add(range(from, to));
            }
            return;
        }
        long middle = from + widthOfLeft(to - from);
        if (older <= middle) {
            subproof(older, from, middle, whole, proof);
            proof.add(range(middle, to));
        } else {
            subproof(older, middle, to, false, proof);
            proof.add(range(from, middle));
        }
    }

    /** Ranges begin at a multiple of the power of two that is not smaller than their width. */
    private Hash range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            return subtrees.hash(Long.numberOfTrailingZeros(width), from / width);
        }
        long middle = from + widthOfLeft(width);
        return node(range(from, middle), range(middle, to));
    }

    /** The largest power of two below a width of at least 2. */
    private static long widthOfLeft(long width) {
        return Long.highestOneBit(width - 1);
    }
}
