package io.examledger.eventstore.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The definition of RFC 6962 word for word, over leaves in memory: slow, and plainly right. */
final class NaiveTree {
    private NaiveTree() {}

    /** Leaves that differ. */
    static List<Hash> leaves(int size) {
        return LongStream.range(0, size)
                .mapToObj(number -> MerkleTree.leaf(Long.toString(number).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? MerkleTree.empty() : leaves.getFirst();
        }
        int left = 1;
        while (2 * left < leaves.size()) {
            left *= 2;
        }
        return MerkleTree.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** Each is computed once: tests ask often. */
    static Subtrees subtrees(List<Hash> leaves) {
        Map<String, Hash> byPlace = new HashMap<>();
        return (level, index) -> byPlace.computeIfAbsent(
                level + "/" + index,
                place -> root(leaves.subList((int) (index << level), (int) ((index + 1) << level))));
    }

    /** A hash with one bit changed. */
    static Hash other(Hash hash) {
        byte[] bytes = hash.bytes();
        bytes[0] ^= 1;
        return Hash.of(bytes);
    }

    static List<Hash> changed(List<Hash> path, int at) {
        List<Hash> changed = new ArrayList<>(path);
        changed.set(at, other(path.get(at)));
        return changed;
    }
}
