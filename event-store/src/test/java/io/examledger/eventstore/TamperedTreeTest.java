package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.proof.Fault;
import io.examledger.eventstore.proof.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
@DisplayName("AUD-4 a verification of all or a part finds what is wrong with log or tree, and nothing else")
class TamperedTreeTest extends TamperedLog {
    TamperedTreeTest(TestDatabase.Kind kind) {
        super(kind);
    }

    @Test
    void an_untouched_log_is_intact_whole_and_in_part() {
        List<Long> progress = new ArrayList<>();
        assertThat(verification.run(1, EVENTS, heads, progress::add)).isEmpty();
        assertThat(progress).containsExactly((long) EVENTS);
        assertThat(inExport()).isEmpty();
        for (int from : new int[] {2, 256, 257, 258, 600}) {
            assertThat(verification.run(from, EVENTS, heads, checked -> {}))
                    .as("from %d", from)
                    .isEmpty();
        }
        assertThat(verification.run(1, 290, heads.subList(0, 2), checked -> {})).isEmpty();
    }

    @Test
    void a_changed_or_missing_part_of_the_tree_is_found() {
        database.execute("update ledger.tree_node set hash = %s where level = 8 and node_index = 1"
                .formatted(binary(heads.getFirst().rootHash())));
        assertThat(inDatabase()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.TREE_CHANGED);
            assertThat(fault.position()).isEqualTo(257);
        });
        database.execute("delete from ledger.tree_node where level = 8 and node_index = 1");
        assertThat(inDatabase()).map(Fault::kind).hasValue(Kind.TREE_CHANGED);
        assertThat(verification.run(513, EVENTS, heads, checked -> {})).isEmpty();
    }

    @Test
    void a_range_is_checked_and_what_lies_before_counts_as_checked() {
        database.execute("update ledger.event set payload = payload || ' ' where position = 300");

        assertThat(verification.run(301, EVENTS, heads, checked -> {})).isEmpty();
        assertThat(verification.run(299, 305, List.of(), checked -> {}))
                .map(Fault::position)
                .hasValue(300L);
        assertThat(verification.run(1, 299, heads.subList(0, 2), checked -> {})).isEmpty();
        assertThat(verification.run(1, EVENTS + 1, heads, checked -> {}))
                .map(Fault::position)
                .hasValue(300L);
    }
}
