package io.examledger.query.projection;

import static io.examledger.query.Happened.introduced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.SubjectEvent;
import io.examledger.query.Database;
import io.examledger.query.Happened;
import io.examledger.query.ReadModels;
import io.examledger.query.subjects.SubjectProjection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

@ParameterizedClass
@EnumSource
@DisplayName("An event that cannot be applied is parked with its sequence, and applied after a repair")
class ParkedEventsTest {
    private final Database database;
    private ReadModels models;

    ParkedEventsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = new ReadModels(database, new SubjectProjection());
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void failing_event_parks_its_sequence_and_no_other() {
        models.execute("alter table read_model.subject add constraint no_bad check (code <> 'BAD')");

        models.given(introduced("AAA"), introduced("BAD"), price("AAA", 70), price("BAD", 80), introduced("CCC"));
        models.given(price("BAD", 90), price("CCC", 60));

        assertThat(models.rows("select code, price_amount from read_model.subject order by code"))
                .hasToString("[{code=AAA, price_amount=70}, {code=CCC, price_amount=60}]");
        assertThat(state()).isEqualTo(new ProjectionState("subjects", 7, 1, true, null));
        assertThat(models.number("select count(*) from read_model.dead_letter")).isEqualTo(3);
    }

    @Test
    void retry_after_repair_applies_the_parked_events_in_order_and_once() {
        models.execute("alter table read_model.subject add constraint no_bad check (code <> 'BAD')");
        models.given(introduced("BAD"), price("BAD", 80), price("BAD", 90), introduced("AAA"));
        assertThat(models.projections().retry("subjects")).isZero();
        assertThat(models.number("select count(*) from read_model.dead_letter")).isEqualTo(3);

        models.execute("alter table read_model.subject drop constraint no_bad");
        assertThat(models.projections().retry("subjects")).isEqualTo(1);
        assertThat(models.projections().retry("subjects")).isZero();

        assertThat(models.rows("select code, price_amount from read_model.subject order by code"))
                .hasToString("[{code=AAA, price_amount=15000}, {code=BAD, price_amount=90}]");
        assertThat(state().parkedSequences()).isZero();
        models.given(price("BAD", 100));
        assertThat(models.number("select price_amount from read_model.subject where code = 'BAD'"))
                .isEqualTo(100);
    }

    @Test
    void retry_stops_a_sequence_at_the_first_event_that_still_fails() {
        models.execute("alter table read_model.subject add constraint no_bad check (price_amount <> 80)");
        models.given(introduced("BAD"), price("BAD", 80)).given(price("BAD", 90));
        models.execute("update read_model.subject set price_amount = 1");

        assertThat(models.projections().retry("subjects")).isZero();

        assertThat(models.number("select price_amount from read_model.subject")).isEqualTo(1);
        assertThat(models.number("select count(*) from read_model.dead_letter")).isEqualTo(2);
    }

    @Test
    @DisplayName("more parked sequences than fit on a page of the queue are all retried")
    void hundreds_of_parked_sequences_are_retried() {
        models.execute("alter table read_model.subject add constraint all_bad check (price_amount < 0)");
        List<String> codes =
                IntStream.range(0, 260).mapToObj(n -> "S%04d".formatted(n)).toList();
        models.given(codes.stream().map(Happened::introduced).toList());
        assertThat(state().parkedSequences()).isEqualTo(260);

        models.execute("alter table read_model.subject drop constraint all_bad");
        models.execute("alter table read_model.subject add constraint one_bad check (code <> 'S0000')");

        assertThat(models.projections().retry("subjects")).isEqualTo(259);
        assertThat(models.number("select count(*) from read_model.subject")).isEqualTo(259);
        assertThat(state().parkedSequences()).isEqualTo(1);
    }

    @Test
    @DisplayName("a parked sequence longer than a page of the queue is read once and retried whole")
    void hundreds_of_letters_of_one_sequence_are_retried() {
        models.execute("alter table read_model.subject add constraint no_bad check (code <> 'BAD')");
        List<Object> events = new ArrayList<>(List.of(introduced("BAD")));
        IntStream.rangeClosed(1, 259).forEach(n -> events.add(price("BAD", n)));
        models.given(events);
        Set<String> seen = new HashSet<>();
        int letters = 0;
        for (DeadLetter<? extends EventMessage<?>> letter :
                models.projections().letters("subjects").letters("BAD")) {
            seen.add(letter.message().getIdentifier());
            letters++;
        }
        assertThat(seen).hasSize(260);
        assertThat(letters).isEqualTo(260);

        models.execute("alter table read_model.subject drop constraint no_bad");

        assertThat(models.projections().retry("subjects")).isEqualTo(1);
        assertThat(models.number("select price_amount from read_model.subject")).isEqualTo(259);
    }

    @Test
    void what_is_parked_is_tried_again_by_itself_after_the_repair() {
        models.close();
        models = ReadModels.retrying(database, Duration.ofMillis(20), new SubjectProjection());
        models.execute("alter table read_model.subject add constraint no_bad check (code <> 'BAD')");
        models.given(introduced("BAD"), price("BAD", 80), introduced("AAA"));
        assertThat(state().parkedSequences()).isEqualTo(1);

        models.execute("alter table read_model.subject drop constraint no_bad");

        awaitThat(() -> state().parkedSequences() == 0);
        assertThat(models.rows("select code, price_amount from read_model.subject order by code"))
                .hasToString("[{code=AAA, price_amount=15000}, {code=BAD, price_amount=80}]");
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void passing_failure_parks_nothing_and_its_batch_is_tried_again(RuntimeException failure) {
        models.close();
        UnsteadyProjection unsteady = new UnsteadyProjection(new SubjectProjection(), failure);
        models = new ReadModels(database, unsteady);
        models.given(introduced("AAA"));

        unsteady.fail(true);
        long last = models.log().append(introduced("BBB"), price("BBB", 80), price("AAA", 70));
        awaitThat(() -> unsteady.failures() >= 1 && state().error() != null);
        assertThat(state().error()).isEqualTo(failure.getClass().getName());
        assertThat(state().position()).isEqualTo(1);
        assertThat(models.number("select count(*) from read_model.dead_letter")).isZero();

        unsteady.fail(false);
        models.runtime().positions().await(last, Duration.ofSeconds(20));
        assertThat(models.rows("select code, price_amount from read_model.subject order by code"))
                .hasToString("[{code=AAA, price_amount=70}, {code=BBB, price_amount=80}]");
        assertThat(models.number("select count(*) from read_model.dead_letter")).isZero();
    }

    static List<RuntimeException> passingFailures() {
        return List.of(
                new CannotAcquireLockException("somebody holds it"),
                new CannotGetJdbcConnectionException("the database is away"),
                new RecoverableDataAccessException("connect again"),
                new CannotCreateTransactionException("no connection"),
                new IllegalStateException(new SQLException("the connection broke", "08006")));
    }

    @Test
    void passing_failure_while_parked_events_are_retried_leaves_them_parked() {
        models.close();
        UnsteadyProjection unsteady =
                new UnsteadyProjection(new SubjectProjection(), new CannotGetJdbcConnectionException("away"));
        models = new ReadModels(database, unsteady);
        models.execute("alter table read_model.subject add constraint no_bad check (code <> 'BAD')");
        models.given(introduced("BAD"), price("BAD", 80));
        models.execute("alter table read_model.subject drop constraint no_bad");

        unsteady.fail(true);
        assertThatThrownBy(() -> models.projections().retry("subjects"))
                .isInstanceOf(CannotGetJdbcConnectionException.class);
        assertThat(models.number("select count(*) from read_model.dead_letter")).isEqualTo(2);

        unsteady.fail(false);
        assertThat(models.projections().retry("subjects")).isEqualTo(1);
    }

    private static void awaitThat(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private ProjectionState state() {
        return models.projections().states().getFirst();
    }

    private static SubjectEvent.PriceChanged price(String subject, long amount) {
        return new SubjectEvent.PriceChanged(subject, new Money(amount, "USD"), Happened.T0);
    }
}
