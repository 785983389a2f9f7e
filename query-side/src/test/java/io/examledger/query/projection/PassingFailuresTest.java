package io.examledger.query.projection;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.price;
import static io.examledger.query.ReadModels.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.subjects.SubjectProjection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
@DisplayName("A failure of the database parks nothing: the batch is tried again")
class PassingFailuresTest {
    private final Database database;
    private ReadModels models;

    PassingFailuresTest(Database database) {
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

    private ProjectionState state() {
        return models.projections().states().getFirst();
    }
}
