package io.examledger.platform.axon;

import static io.examledger.platform.axon.RunningPolicy.OFTEN;
import static io.examledger.platform.axon.RunningPolicy.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.examledger.command.Commands.OutcomeUnknown;
import io.examledger.eventstore.Ledger;
import io.examledger.eventstore.LogUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@ParameterizedClass
@MethodSource("io.examledger.platform.axon.RunningPolicy#databases")
@DisplayName("Trouble that passes by itself parks nothing")
class PolicyTroublesTest {
    private final RunningPolicy running;
    private final RuntimeException bug = new IllegalStateException("a bug");

    PolicyTroublesTest(Supplier<DataSource> database) {
        running = new RunningPolicy(database.get());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void what_passes_is_told_from_what_stays() {
        assertThat(passingTroubles()).allMatch(PolicyTroubles::passes);
        assertThat(List.of(
                        bug,
                        new IllegalArgumentException(bug),
                        new JdbcException("a row", new SQLException("", "23505"))))
                .noneMatch(PolicyTroubles::passes);
    }

    @Test
    void passing_trouble_parks_nothing_and_the_event_is_tried_again() {
        running.policy.breakFor("WAITS", passingTroubles().getFirst());
        PolicyRunner runner = running.start(OFTEN);
        running.issued("WAITS", 1, 2);
        awaitThat(() -> runner.state().error() != null);
        assertThat(runner.state().parkedSequences()).isZero();
        assertThat(running.health(new SimpleMeterRegistry()).health().getStatus())
                .isEqualTo(Status.DOWN);

        running.policy.repair();
        awaitThat(() ->
                runner.state().healthy() && running.policy.handled("WAITS").size() == 2);
        assertThat(running.policy.handled("WAITS")).containsExactly(1, 2);
    }

    private static List<RuntimeException> passingTroubles() {
        DataSource nowhere = new JdbcDataSource();
        LogUnavailableException gone =
                catchThrowableOfType(LogUnavailableException.class, () -> new Ledger(nowhere).holderOf("kind", "name"));
        assertThat(gone).isNotNull();
        return List.of(
                gone,
                new OutcomeUnknown(new SQLException("no answer")),
                new ConcurrencyException("lost 6 races in a row"),
                new CannotGetJdbcConnectionException("the database is away"),
                new JdbcException("no token", new SQLException("the connection broke", "08006")),
                new IllegalStateException(new ExecutionException(new InterruptedException("this node is stopping"))));
    }

    @Test
    void passing_trouble_in_a_retry_leaves_all_parked() {
        running.policy.breakFor("BAD", bug);
        PolicyRunner runner = running.start(OFTEN);
        running.issued("BAD", 1, 120);
        awaitThat(() -> running.letters("BAD") == 120);

        running.policy.breakFor("BAD", new ConcurrencyException("lost 6 races in a row"));
        int before = running.policy.failures();
        awaitThat(() -> running.policy.failures() > before + 2);
        assertThat(running.letters("BAD")).isEqualTo(120);
        assertThat(running.policy.handled("BAD")).isEmpty();

        running.policy.repair();
        awaitThat(() -> runner.state().healthy());
        assertThat(running.policy.handled("BAD"))
                .isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
    }
}
