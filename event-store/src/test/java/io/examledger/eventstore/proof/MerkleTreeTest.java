package io.examledger.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("AUD-4 the tree is RFC 6962's, and its proofs hold for what is true only")
class MerkleTreeTest {
    private static final int LARGEST = 200;
    private static final List<Hash> LEAVES = NaiveTree.leaves(LARGEST);
    private static final Subtrees SUBTREES = NaiveTree.subtrees(LEAVES);

    /** The leaves of the well-known examples of Certificate Transparency. */
    private static final List<Hash> KNOWN = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> MerkleTree.leaf(HexFormat.of().parseHex(hex)))
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void known_trees_have_their_known_roots(int size, String root) {
        assertThat(new MerkleTree(size, NaiveTree.subtrees(KNOWN)).root()).hasToString(root);
    }

    @Test
    void roots_are_those_of_the_definition_also_while_a_tree_grows() {
        GrowingTree growing = GrowingTree.empty();
        assertThat(growing.root()).isEqualTo(MerkleTree.empty());
        for (int size = 1; size <= LARGEST; size++) {
            Hash expected = NaiveTree.root(LEAVES.subList(0, size));
            growing.add(LEAVES.get(size - 1));
            assertThat(growing.root()).as("%d, growing", size).isEqualTo(expected);
            assertThat(new MerkleTree(size, SUBTREES).root()).as("%d", size).isEqualTo(expected);
        }
    }

    @Test
    void a_tree_goes_on_where_another_ended_and_tells_every_subtree_it_completes() {
        for (int from = 0; from < LARGEST; from += 7) {
            List<String> completed = new ArrayList<>();
            GrowingTree growing = GrowingTree.after(from, SUBTREES, (level, index, hash) -> {
                assertThat(hash).isEqualTo(SUBTREES.hash(level, index));
                completed.add(level + "/" + index);
            });
            LEAVES.subList(from, LARGEST).forEach(growing::add);
            assertThat(growing.root()).isEqualTo(NaiveTree.root(LEAVES));
            assertThat(completed).doesNotHaveDuplicates().hasSize(completeUpTo(LARGEST) - completeUpTo(from));
        }
    }

    /** How many complete subtrees a tree has. */
    private static int completeUpTo(int size) {
        int complete = 0;
        for (int width = size; width > 0; width /= 2) {
            complete += width;
        }
        return complete;
    }

    @Test
    void every_leaf_of_every_size_is_proven_and_no_other() {
        for (int size = 1; size <= LARGEST; size++) {
            MerkleTree tree = new MerkleTree(size, SUBTREES);
            Hash root = tree.root();
            for (int index = 0; index < size; index++) {
                List<Hash> path = tree.inclusion(index);
                Hash leaf = LEAVES.get(index);
                assertThat(path).hasSizeLessThanOrEqualTo(Long.SIZE - Long.numberOfLeadingZeros(size - 1));
                assertThat(MerkleProof.rootOf(leaf, index, size, path)).hasValue(root);
                assertThat(MerkleProof.rootOf(NaiveTree.other(leaf), index, size, path))
                        .isNotEqualTo(Optional.of(root));
                if (size > 1) {
                    int wrong = index % path.size();
                    assertThat(MerkleProof.rootOf(leaf, index, size, NaiveTree.changed(path, wrong)))
                            .isNotEqualTo(Optional.of(root));
                    assertThat(MerkleProof.rootOf(leaf, (index + 1) % size, size, path))
                            .isNotEqualTo(Optional.of(root));
                }
            }
            assertThat(MerkleProof.rootOf(LEAVES.getFirst(), size, size, List.of()))
                    .isEmpty();
        }
    }

    @Test
    void every_size_is_consistent_with_every_smaller_one_and_with_no_other_root() {
        List<Hash> roots = new ArrayList<>();
        for (int size = 0; size <= LARGEST; size++) {
            roots.add(new MerkleTree(size, SUBTREES).root());
        }
        for (int newer = 0; newer <= LARGEST; newer += newer < 70 ? 1 : 13) {
            MerkleTree tree = new MerkleTree(newer, SUBTREES);
            for (int older = 0; older <= newer; older++) {
                List<Hash> proof = tree.consistencyWith(older);
                Hash root = roots.get(newer);
                Hash olderRoot = roots.get(older);
                assertThat(MerkleProof.isConsistent(older, olderRoot, newer, root, proof))
                        .as("%d in %d", older, newer)
                        .isTrue();
                assertThat(MerkleProof.isConsistent(older, NaiveTree.other(olderRoot), newer, root, proof))
                        .isFalse();
                if (!proof.isEmpty()) {
                    assertThat(MerkleProof.isConsistent(older, olderRoot, newer, NaiveTree.other(root), proof))
                            .isFalse();
                    assertThat(MerkleProof.isConsistent(
                                    older, olderRoot, newer, root, NaiveTree.changed(proof, older % proof.size())))
                            .isFalse();
                    assertThat(MerkleProof.isConsistent(
                                    older, olderRoot, newer, root, proof.subList(0, proof.size() - 1)))
                            .isFalse();
                }
            }
        }
    }
}
