package io.examledger.platform.axon;

import static io.examledger.platform.axon.RunningPolicy.NAME;
import static io.examledger.platform.axon.RunningPolicy.NEVER;
import static io.examledger.platform.axon.RunningPolicy.OFTEN;
import static io.examledger.platform.axon.RunningPolicy.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

@ParameterizedClass
@MethodSource("io.examledger.platform.axon.RunningPolicy#databases")
@DisplayName("A policy parks what it cannot handle and goes on with the rest")
class PolicyRunnerTest {
    private final RunningPolicy running;
    private final RuntimeException bug = new IllegalStateException("a bug");

    PolicyRunnerTest(Supplier<DataSource> database) {
        running = new RunningPolicy(database.get());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void failing_order_is_parked_with_all_that_follow_and_goes_on_in_order_after_the_repair() {
        running.policy.breakFor("BAD", bug);
        PolicyRunner runner = running.start(OFTEN);
        PolicyHealth health = running.health(new SimpleMeterRegistry());
        running.issued("BAD", 1, 130);
        running.issued("GOOD-1", 1, 1);
        running.issued("GOOD-2", 1, 20);
        running.issued("BAD", 131, 260);
        awaitThat(() -> running.letters("BAD") == 260);
        awaitThat(() -> running.policy.handled("GOOD-2").size() == 20
                && running.policy.handled("GOOD-1").size() == 1);
        assertThat(runner.state()).isEqualTo(new PolicyState(NAME, 1, true, null));
        assertThat(health.health())
                .isEqualTo(Health.down().withDetail(NAME, runner.state()).build());
        awaitThat(() -> running.policy.failures() > 3);
        assertThat(running.letters("BAD")).isEqualTo(260);
        assertThat(running.policy.handled("BAD")).isEmpty();

        running.policy.repair();
        awaitThat(() -> runner.state().healthy());
        assertThat(running.policy.handled("BAD")).isEqualTo(numbers(1, 260));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        running.issued("BAD", 261, 262);
        awaitThat(() -> running.policy.handled("BAD").size() == 262);
        assertThat(running.policy.handled("BAD")).isEqualTo(numbers(1, 262));
        assertThat(running.policy.handled("GOOD-2")).isEqualTo(numbers(1, 20));
        assertThat(running.letters("BAD")).isZero();
    }

    @Test
    void parked_orders_are_counted_by_a_gauge() {
        running.policy.breakFor("BAD-1", bug);
        running.policy.breakFor("BAD-2", new Refused(Refusals.notFound().refusal()));
        running.start(NEVER);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        PolicyHealth health = running.health(meters);
        running.issued("BAD-1", 1, 2);
        running.issued("BAD-2", 1, 2);
        awaitThat(() -> running.letters("BAD-1") == 2 && running.letters("BAD-2") == 2);

        assertThat(meters.get("examledger.policy.parked")
                        .tag("policy", NAME)
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void many_parked_orders_are_all_tried_again_when_a_repaired_node_starts() {
        List<String> orders =
                IntStream.range(0, 130).mapToObj("BAD-%03d"::formatted).toList();
        orders.forEach(order -> running.policy.breakFor(order, bug));
        PolicyRunner broken = running.start(NEVER);
        orders.forEach(order -> running.issued(order, 1, 1));
        awaitThat(() -> broken.state().parkedSequences() == 130);
        broken.stop();
        assertThat(broken.state().healthy()).isFalse();

        running.policy.repair();
        PolicyRunner repaired = running.start(NEVER);

        awaitThat(() -> repaired.state().healthy());
        assertThat(orders)
                .allSatisfy(order -> assertThat(running.policy.handled(order)).containsExactly(1));
    }

    @Test
    void nodes_that_try_again_at_the_same_time_handle_each_parked_event_once_and_in_order() {
        running.policy.breakFor("BAD", bug);
        PolicyRunner broken = running.start(NEVER);
        running.issued("BAD", 1, 150);
        awaitThat(() -> running.letters("BAD") == 150);
        broken.stop();

        running.policy.repair();
        List<PolicyRunner> nodes =
                Stream.generate(() -> running.start(OFTEN)).limit(3).toList();

        awaitThat(() -> nodes.getFirst().state().healthy());
        assertThat(running.policy.handled("BAD")).isEqualTo(numbers(1, 150));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
