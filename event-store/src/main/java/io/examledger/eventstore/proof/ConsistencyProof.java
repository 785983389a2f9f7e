package io.examledger.eventstore.proof;

import java.util.List;
import java.util.Set;

/** Shows that a log of size {@code to} begins with the log that had size {@code from}. */
public record ConsistencyProof(long from, Hash fromRootHash, long to, Hash toRootHash, List<Hash> path) {
    private static final Set<String> FIELDS = Set.of("from", "fromRootHash", "to", "toRootHash", "path");

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether it holds and is about these two heads. */
    public boolean connects(Head older, Head newer) {
        return older.size() == from
                && older.rootHash().equals(fromRootHash)
                && newer.size() == to
                && newer.rootHash().equals(toRootHash)
                && MerkleProof.isConsistent(from, fromRootHash, to, toRootHash, path);
    }

    /** @throws IllegalArgumentException if it is no JSON of a proof */
    public static ConsistencyProof ofJson(String json) {
        Fields fields = Fields.of(json, FIELDS);
        return new ConsistencyProof(
                fields.number("from"),
                fields.hash("fromRootHash"),
                fields.number("to"),
                fields.hash("toRootHash"),
                fields.hashes("path"));
    }
}
