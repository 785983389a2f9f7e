package io.examledger.platform.ledger;

import static io.examledger.platform.ledger.LedgerRun.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.platform.ledger.SignedHeads.Contradiction;
import io.examledger.platform.testing.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("databases")
@DisplayName("AUD-4 heads are kept outside the database, and nothing is signed that contradicts them")
class AnchorSweepTest {
    private final LedgerRun run;

    AnchorSweepTest(Supplier<DataSource> database) {
        run = new LedgerRun(database.get());
    }

    static Stream<Supplier<DataSource>> databases() {
        return Stream.of(Databases::h2, Databases::postgres);
    }

    @Test
    void a_head_is_anchored_each_hour_in_which_the_log_has_grown() {
        AnchorSweep node = run.node();
        node.sweep();
        assertThat(run.place.kept).as("of an empty log").isEmpty();
        assertThat(node.next()).hasValueSatisfying(soon -> assertThat(soon).isBefore(LedgerRun.START.plusSeconds(10)));

        run.append(3);
        node.sweep();
        assertThat(node.next()).contains(LedgerRun.START.plus(HOUR));
        assertThat(run.place.kept).containsExactly(3L);
        run.append(2);
        run.pass(HOUR.minusSeconds(1));
        node.sweep();
        assertThat(run.place.kept).as("before the hour is over").containsExactly(3L);
        run.pass(Duration.ofSeconds(1));
        node.sweep();
        assertThat(run.place.kept).containsExactly(3L, 5L);
        run.pass(HOUR);
        node.sweep();
        assertThat(run.place.kept).as("nothing was added").containsExactly(3L, 5L);
        assertThat(node.next()).contains(run.clock().instant().plus(HOUR));
    }

    @Test
    void an_anchored_head_is_signed_and_is_the_head_of_the_log_then() {
        run.append(3);
        run.node().sweep();
        run.append(3);

        Anchor anchor = run.anchors.last().orElseThrow();
        assertThat(anchor.signed().isGenuine()).isTrue();
        assertThat(anchor.signed().key()).isEqualTo(run.signer.key());
        assertThat(anchor.signed().head().chainHash())
                .isEqualTo(run.rows.at(3).orElseThrow().hash());
        assertThat(anchor.anchoredAt()).isEqualTo(LedgerRun.START);
    }

    @Test
    void nodes_that_look_at_the_same_time_anchor_once() throws Exception {
        run.append(3);
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> turns = IntStream.range(0, 4)
                    .mapToObj(number -> nodes.submit(run.node()::sweep))
                    .toList();
            for (Future<Boolean> turn : turns) {
                turn.get();
            }
        }
        assertThat(run.place.kept).containsExactly(3L);
    }

    @Test
    void a_place_out_of_reach_is_tried_again_ever_less_often_and_gets_everything_in_order() {
        AnchorSweep node = run.node();
        run.place.away = true;
        run.append(1);
        node.sweep();
        assertThat(node.failing()).containsExactly("place");
        Duration first = Duration.between(run.clock().instant(), node.next().orElseThrow());
        node.sweep();
        assertThat(run.place.tried).as("not before the pause is over").containsExactly(1L);
        run.pass(first);
        node.sweep();
        assertThat(Duration.between(run.clock().instant(), node.next().orElseThrow()))
                .isGreaterThan(first);

        run.pass(HOUR);
        run.append(1);
        node.sweep();
        assertThat(run.place.tried).containsExactly(1L, 1L, 1L);
        run.place.away = false;
        run.pass(HOUR);
        node.sweep();
        assertThat(run.place.kept).containsExactly(1L, 2L);
        assertThat(node.failing()).isEmpty();
        run.pass(HOUR);
        node.sweep();
        assertThat(run.place.kept).as("each once").containsExactly(1L, 2L);
    }

    @Test
    void a_log_that_was_cut_off_or_rewritten_is_not_signed_until_it_is_what_it_was() {
        AnchorSweep node = run.node();
        run.append(300);
        node.sweep();
        run.append(10);
        run.pass(HOUR);
        run.execute("create table ledger.copy as select * from ledger.event");

        run.execute("delete from ledger.event where position >= 290");
        assertContradiction(node, "event 300 is missing");
        run.execute("delete from ledger.event");
        run.execute("insert into ledger.event select * from ledger.copy");
        assertThat(run.heads.current().head().size()).isEqualTo(310);

        run.execute(
                "update ledger.event set hash = (select hash from ledger.copy where position = 7) where position = 290");
        assertContradiction(node, "the first 300 events are not those of the head");
        run.execute("delete from ledger.event");
        run.execute("insert into ledger.event select * from ledger.copy");
        node.sweep();
        assertThat(run.heads.lastContradiction()).isEmpty();
        run.pass(HOUR);
        node.sweep();
        assertThat(run.place.kept).containsExactly(300L, 310L);
    }

    private void assertContradiction(AnchorSweep node, String what) {
        assertThatThrownBy(run.heads::current).isInstanceOf(Contradiction.class).hasMessageContaining(what);
        node.sweep();
        assertThat(run.place.kept).containsExactly(300L);
        assertThat(run.heads.lastContradiction()).isPresent();
    }

    @Test
    void a_forged_anchor_does_not_pass() {
        run.append(3);
        run.node().sweep();
        run.execute("update platform.ledger_anchor set chain_hash = root_hash");

        assertThatThrownBy(run.heads::current).hasMessageContaining("wrong signature");
        run.execute("update platform.ledger_anchor set chain_hash = (select cast('x' as bytea))");
        assertThatThrownBy(run.heads::current).hasMessageContaining("is none");
    }

    @Test
    void whoever_deletes_the_anchors_is_told_by_the_file_of_heads(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("heads.jsonl");
        SignedHeads heads = run.headsKeptIn(file);
        AnchorFile target = new AnchorFile(file);
        run.append(300);
        assertThat(heads.current().head().size()).as("no file yet").isEqualTo(300);
        target.deliver(run.anchored(heads));
        run.append(10);
        target.deliver(run.anchored(heads));
        Files.writeString(file, "{\"size\": 3", StandardOpenOption.APPEND);
        assertThat(heads.current().head().size()).as("half a line is none").isEqualTo(310);

        run.execute("delete from platform.ledger_anchor where size = 300");
        assertThatThrownBy(heads::current)
                .isInstanceOf(Contradiction.class)
                .hasMessageContaining("has 2 heads, and the table of anchors 1");
        assertThat(heads.lastContradiction()).isPresent();

        run.execute("delete from platform.ledger_anchor");
        run.execute("delete from ledger.event where position > 305");
        assertThat(run.heads.current().head().size())
                .as("the database alone knows nothing of it")
                .isEqualTo(305);
        assertThatThrownBy(heads::current).hasMessageContaining("event 310 is missing");

        Files.writeString(file, "no head\n");
        assertThatThrownBy(heads::current).hasMessageContaining("cannot be read");
        Files.delete(file);
        assertThat(heads.current().head().size()).as("moved away by hand").isEqualTo(305);
        assertThat(heads.lastContradiction()).isEmpty();
    }

    @Test
    void a_log_with_a_hole_is_not_signed() {
        run.append(300);
        run.execute("delete from ledger.event where position = 7");

        run.node().sweep();
        assertThat(run.place.kept).isEmpty();
        assertThat(run.heads.lastContradiction()).isPresent();
    }
}
