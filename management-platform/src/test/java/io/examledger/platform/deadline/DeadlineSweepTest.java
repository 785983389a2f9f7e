package io.examledger.platform.deadline;

import static io.examledger.platform.deadline.DeadlineRun.DUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.Refusals;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.platform.deadline.DeadlineRun.Do;
import io.examledger.platform.testing.Databases;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("databases")
@DisplayName("ORD-4 ORD-5 What is due is done once, in order, whatever happens meanwhile")
class DeadlineSweepTest {
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);
    private final DeadlineRun run;

    DeadlineSweepTest(Supplier<DataSource> database) {
        run = new DeadlineRun(database.get());
    }

    static Stream<Supplier<DataSource>> databases() {
        return Stream.of(Databases::h2, Databases::postgres);
    }

    @Test
    void nothing_is_done_a_microsecond_before_and_everything_at_the_instant_once() {
        run.set("O", DUE);
        DeadlineSweep node = run.node();
        run.at(DUE.minus(MICROSECOND));
        assertThat(node.sweep()).isTrue();
        assertThat(run.sent()).isEmpty();
        assertThat(node.next()).contains(DUE);

        run.at(DUE);
        node.sweep();
        node.sweep();
        assertThat(run.sent()).hasSize(1).first().satisfies(sent -> {
            assertThat(sent.command()).isEqualTo(new Do("O", DUE));
            assertThat(sent.key()).isEqualTo("deadline/test/O/1");
            assertThat(sent.correlation()).isEqualTo("request-1");
        });
        assertThat(node.next()).isEmpty();
    }

    @Test
    void after_an_outage_what_is_due_is_done_in_the_order_of_its_instants() {
        run.set("LATE", DUE.plusSeconds(20));
        run.set("EARLY", DUE);
        run.set("NOT-YET", DUE.plus(Duration.ofDays(30)));
        run.set("BETWEEN", DUE.plusSeconds(10));
        run.at(DUE.plus(Duration.ofDays(20)));
        run.node().sweep();
        assertThat(run.orders()).containsExactly("EARLY", "BETWEEN", "LATE");
    }

    @Test
    void a_deadline_that_was_moved_or_lifted_does_not_come() {
        run.set("MOVED", DUE);
        run.set("LIFTED", DUE);
        run.set("MOVED", DUE.plusSeconds(60));
        run.lift("LIFTED");
        DeadlineSweep node = run.node();
        node.sweep();
        assertThat(run.sent()).isEmpty();

        run.at(DUE.plusSeconds(60));
        node.sweep();
        assertThat(run.sent()).extracting(DeadlineRun.Sent::key).containsExactly("deadline/test/MOVED/3");
    }

    @Test
    void one_that_is_refused_is_done_with_and_one_that_fails_comes_again_and_holds_up_no_other() {
        run.set("REFUSED", DUE);
        run.set("BROKEN", DUE);
        run.set("GOOD", DUE);
        run.breakFor("REFUSED", Refusals.notFound());
        run.breakFor("BROKEN", new IllegalStateException("a bug"));
        DeadlineSweep node = run.node();
        node.sweep();
        assertThat(run.orders()).containsExactly("REFUSED", "BROKEN", "GOOD");
        assertThat(node.failing()).isOne();

        Instant again = node.next().orElseThrow();
        run.at(again.minus(MICROSECOND));
        node.sweep();
        assertThat(run.orders()).hasSize(3);

        run.at(again);
        node.sweep();
        Duration pause = Duration.between(again, node.next().orElseThrow());
        assertThat(pause).isGreaterThan(Duration.between(DUE, again));

        run.repair();
        run.at(again.plus(pause));
        node.sweep();
        assertThat(run.orders()).containsExactly("REFUSED", "BROKEN", "GOOD", "BROKEN", "BROKEN");
        assertThat(node.failing()).isZero();
        assertThat(node.next()).isEmpty();
    }

    @Test
    void after_a_crash_between_the_command_and_its_note_the_same_command_comes_under_the_same_key() {
        run.set("O", DUE);
        run.breakFor("O", new AssertionError("kill -9 once the command is stored"));
        assertThatThrownBy(() -> run.node().sweep()).isInstanceOf(AssertionError.class);
        run.repair();
        run.node().sweep();
        assertThat(run.sent()).hasSize(2).extracting(DeadlineRun.Sent::key).containsOnly("deadline/test/O/1");
        assertThat(run.node().next()).isEmpty();
    }

    @Test
    void nodes_that_wake_at_the_same_time_do_each_thing_once() throws Exception {
        int deadlines = 60;
        IntStream.rangeClosed(1, deadlines).forEach(n -> run.set("O" + n, DUE));
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> turns = Stream.generate(run::node)
                    .limit(4)
                    .map(node -> nodes.submit(node::sweep))
                    .toList();
            long took = 0;
            for (Future<Boolean> turn : turns) {
                took += turn.get() ? 1 : 0;
            }
            assertThat(took).isPositive();
        }
        assertThat(run.orders()).hasSize(deadlines).doesNotHaveDuplicates();
        assertThat(run.node().next()).isEmpty();
    }

    @Test
    void only_events_that_change_a_deadline_are_of_interest() {
        assertThat(run.policy().sequenceOf(new OrderEvent.RedeemCodesIssued("O", "company", 1, 1, 1, DUE)))
                .isEmpty();
        assertThat(run.policy()
                        .sequenceOf(new OrderEndEvent.Expired("O", "company", OrderKind.ENTERPRISE, "S", 1, DUE, DUE)))
                .contains("deadlines");
    }
}
