package io.examledger.eventstore.proof;

import static io.examledger.eventstore.proof.Export.assertIntact;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.proof.Export.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("AUD-4 proofs are checked by whoever has nothing but them and the key")
class ProofsTest {
    private static final int EVENTS = 40;
    private static final List<LoggedEvent> LOG = Chain.of(EVENTS, "{\"text\":\"true\"}");
    private static final List<Hash> LEAVES =
            LOG.stream().map(event -> MerkleTree.leaf(event.hash())).toList();
    private static final Subtrees SUBTREES = NaiveTree.subtrees(LEAVES);

    private Export export;

    @BeforeEach
    void export(@TempDir Path directory) {
        export = new Export(directory);
    }

    private String inclusion(int position) {
        List<Hash> path = new MerkleTree(EVENTS, SUBTREES).inclusion(position - 1L);
        Hash previous = position == 1
                ? Hash.of(HashChain.genesis())
                : LOG.get(position - 2).hash();
        return """
               {"event": %s, "previousHash": "%s", "leafIndex": %d, "treeSize": %d, "path": %s, "head": %s}""".formatted(
                        LOG.get(position - 1).line(),
                        previous,
                        position - 1,
                        EVENTS,
                        hashes(path),
                        Chain.json(export.signers.first().sign(Chain.head(LOG))));
    }

    private static String hashes(List<Hash> path) {
        return path.stream().map(hash -> "\"" + hash + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private Said prove(String proof) {
        return Export.run("proof", "--proof", export.file("proof.json", proof).toString(), "--key", export.key());
    }

    @Test
    void each_event_is_proven_by_itself() {
        for (int position = 1; position <= EVENTS; position++) {
            assertIntact(prove(inclusion(position)));
        }
    }

    @Test
    void a_proof_of_something_else_is_refused() {
        String proof = inclusion(7);

        assertThat(prove(proof.replace("true", "false")).text()).contains("BROKEN at position 7: CHANGED");
        assertThat(prove(proof.replace("\"leafIndex\": 6", "\"leafIndex\": 5")).code())
                .isOne();
        Hash sibling = new MerkleTree(EVENTS, SUBTREES).inclusion(6).getFirst();
        assertThat(prove(proof.replace(
                                sibling.toString(), NaiveTree.other(sibling).toString()))
                        .text())
                .contains("BROKEN at position 7: REWRITTEN");
        assertThat(prove("{}").code()).isOne();
    }

    @Test
    void two_heads_are_connected_by_a_proof_without_the_log() {
        Path older = export.head("older.json", LOG.subList(0, 23));
        Path newer = export.head("newer.json", LOG);
        ConsistencyProof proof = new ConsistencyProof(
                23,
                new MerkleTree(23, SUBTREES).root(),
                EVENTS,
                new MerkleTree(EVENTS, SUBTREES).root(),
                new MerkleTree(EVENTS, SUBTREES).consistencyWith(23));

        assertIntact(connect(older, newer, proof));
        Path forged = export.head("forged.json", Chain.of(23, "{\"text\":\"false\"}"));
        assertThat(connect(forged, newer, proof).text()).contains("BROKEN: the proof does not lead");
    }

    private Said connect(Path older, Path newer, ConsistencyProof proof) {
        String json =
                """
                {"from": %d, "fromRootHash": "%s", "to": %d, "toRootHash": "%s", "path": %s}""".formatted(proof.from(), proof.fromRootHash(), proof.to(), proof.toRootHash(), hashes(proof.path()));
        return Export.run(
                "consistency",
                "--proof",
                export.file("consistency.json", json).toString(),
                "--older-head",
                older.toString(),
                "--head",
                newer.toString(),
                "--key",
                export.key());
    }
}
