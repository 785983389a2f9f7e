package io.examledger.eventstore.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows that an event is in the log that a head speaks for.
 *
 * @param previousHash of the event before it
 * @param path audit path to the root of the head's tree
 */
public record InclusionProof(LoggedEvent event, Hash previousHash, List<Hash> path, SignedHead head) {
    private static final Set<String> FIELDS = Set.of("event", "previousHash", "leafIndex", "treeSize", "path", "head");

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** What is wrong with it, the signature of its head aside; empty if nothing is. */
    public Optional<Fault> fault() {
        long position = event.position();
        if (!LogCheck.isChained(event, previousHash)) {
            return Optional.of(
                    new Fault(Fault.Kind.CHANGED, position, "its content, position or hash is not what was chained"));
        }
        Optional<Hash> root = MerkleProof.rootOf(
                MerkleTree.leaf(event.hash()), position - 1, head.head().size(), path);
        return root.filter(head.head().rootHash()::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Fault(Fault.Kind.REWRITTEN, position, "it does not lead to the root of the head"));
    }

    /** @throws IllegalArgumentException if it is no JSON of a proof */
    public static InclusionProof ofJson(String json) {
        Fields fields = Fields.of(json, FIELDS);
        LoggedEvent event = LoggedEvent.of(fields.object("event", LoggedEvent.KNOWN));
        SignedHead head = SignedHead.of(fields.object("head", SignedHead.FIELDS));
        if (fields.number("leafIndex") != event.position() - 1
                || fields.number("treeSize") != head.head().size()) {
            throw new Json.Unreadable("index or size are not those of event and head");
        }
        return new InclusionProof(event, fields.hash("previousHash"), fields.hashes("path"), head);
    }
}
