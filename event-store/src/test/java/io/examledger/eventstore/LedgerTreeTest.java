package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.eventstore.proof.GrowingTree;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.MerkleTree;
import io.examledger.eventstore.proof.Subtrees.MissingSubtree;
import io.examledger.eventstore.tree.LedgerTree;
import io.examledger.eventstore.tree.LoggedRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
@DisplayName("AUD-4 the stored tree is the tree of the log, of every size")
class LedgerTreeTest {
    private static final int EVENTS = 1_100;
    private static final int ONE_BLOCK = 256;

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private Node node;
    private LedgerTree tree;

    LedgerTreeTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void store_some_events(@TempDir Path directory) {
        database = TestDatabase.create(kind, directory);
        node = new Node(database);
        append(0, EVENTS);
        tree = new LedgerTree(database.forReads(), ONE_BLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(int from, int to) {
        node.engine.appendEvents(IntStream.range(from, to)
                .mapToObj(number -> Node.noted("note-" + number, 0))
                .toList());
    }

    private List<Hash> leaves() {
        return new LoggedRows(database.forReads())
                .after(0, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                        .map(event -> MerkleTree.leaf(event.hash()))
                        .toList();
    }

    /** The roots of all sizes, from 0. */
    private List<Hash> roots() {
        GrowingTree growing = GrowingTree.empty();
        List<Hash> roots = new ArrayList<>(List.of(growing.root()));
        for (Hash leaf : leaves()) {
            growing.add(leaf);
            roots.add(growing.root());
        }
        return roots;
    }

    private Hash root(int size) {
        return tree.ask(size, MerkleTree::root);
    }

    private List<String> stored() {
        return database.column("select level || '/' || count(*) from ledger.tree_node group by level order by level");
    }

    @Test
    void roots_of_every_kind_of_size_are_those_of_a_tree_in_memory() {
        List<Hash> roots = roots();
        for (int size : new int[] {1_024, 0, 1, 2, 200, 255, 256, 257, 511, 512, 513, 767, 1_023, 1_025, 1_100}) {
            assertThat(root(size)).as("%d", size).isEqualTo(roots.get(size));
        }
    }

    @Test
    void only_large_subtrees_are_stored_and_only_when_they_are_wanted() {
        assertThat(stored()).isEmpty();
        root(600);
        assertThat(stored()).containsExactly("8/2", "9/1");
        append(EVENTS, EVENTS + 10);
        root(EVENTS + 10);
        assertThat(stored()).containsExactly("8/4", "9/2", "10/1");
    }

    @Test
    void proofs_are_those_of_a_tree_in_memory() {
        List<Hash> leaves = leaves();
        for (int index : new int[] {0, 255, 256, 700, 1_023, 1_024, 1_099}) {
            List<Hash> path = tree.ask(EVENTS, whole -> whole.inclusion(index));
            assertThat(path).isEqualTo(inMemory(leaves).inclusion(index)).hasSizeLessThanOrEqualTo(11);
        }
        for (int older : new int[] {1, 255, 256, 300, 1_024, 1_099, 1_100}) {
            List<Hash> proof = tree.ask(EVENTS, whole -> whole.consistencyWith(older));
            assertThat(proof).isEqualTo(inMemory(leaves).consistencyWith(older));
        }
    }

    private static MerkleTree inMemory(List<Hash> leaves) {
        return new MerkleTree(leaves.size(), (level, index) -> {
            GrowingTree subtree = GrowingTree.empty();
            leaves.subList((int) (index << level), (int) ((index + 1) << level)).forEach(subtree::add);
            return subtree.root();
        });
    }

    @Test
    void several_who_want_a_head_at_once_let_the_tree_grow_once() throws Exception {
        List<Hash> roots = roots();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Hash>> heads = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(() ->
                            new LedgerTree(database.forReads(), ONE_BLOCK).ask(EVENTS - number, MerkleTree::root)))
                    .toList();
            for (int number = 0; number < heads.size(); number++) {
                assertThat(heads.get(number).get()).isEqualTo(roots.get(EVENTS - number));
            }
        }
        assertThat(stored()).containsExactly("8/4", "9/2", "10/1");
    }

    @Test
    void an_emptied_tree_grows_again() {
        Hash root = root(EVENTS);
        database.execute("delete from ledger.tree_node");
        assertThatThrownBy(() -> root(EVENTS)).isInstanceOf(MissingSubtree.class);

        database.execute("update ledger.tree_growth set size = 0");
        assertThat(root(EVENTS)).isEqualTo(root);
    }

    @Test
    void a_tree_over_a_missing_event_is_refused() {
        database.execute("delete from ledger.event where position in (300, 1090)");

        assertThatThrownBy(() -> root(512)).isInstanceOf(MissingSubtree.class).hasMessageContaining("299");
        assertThat(root(250)).isNotNull();
    }
}
