package io.examledger.query.projection;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.SubjectEvent;
import io.examledger.query.Database;
import io.examledger.query.EventSerializers;
import io.examledger.query.Happened;
import io.examledger.query.ReadModelBehind;
import io.examledger.query.ReadModels;
import io.examledger.query.subjects.SubjectProjection;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ProjectionsTest {
    private final Database database;
    private ReadModels models;

    ProjectionsTest(Database database) {
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
    void events_become_rows_and_every_event_moves_the_position() {
        models.given(introduced("AAA"), registered("a1", "Ada Lovelace"), price("AAA", 70));

        assertThat(models.rows("select code, price_amount from read_model.subject"))
                .singleElement()
                .hasToString("{code=AAA, price_amount=70}");
        assertThat(state()).isEqualTo(new ProjectionState("subjects", 1, 1, 3, 0, true, null));
    }

    @Test
    void position_and_token_are_stored_with_the_rows() {
        models.given(introduced("AAA"), introduced("BBB"));

        assertThat(models.rows("select token_type, token from read_model.token where processor_name = 'subjects'"))
                .singleElement()
                .satisfies(
                        row -> assertThat((byte[]) row.get("token")).asString().isEqualTo("2"));
        assertThat(models.number("select position from read_model.projection where name = 'subjects'"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("PLT-5 an event that comes late or twice changes nothing")
    void duplicates_change_nothing() {
        models.given(introduced("AAA"), price("AAA", 70));
        models.projections().stop();
        models.execute("update read_model.token set token = null, token_type = null");
        models.execute("update read_model.subject set price_amount = 71");

        models.projections().start();
        models.given(introduced("BBB"));

        assertThat(models.rows("select code, price_amount from read_model.subject order by code"))
                .hasToString("[{code=AAA, price_amount=71}, {code=BBB, price_amount=15000}]");
        assertThat(state().parkedSequences()).isZero();
    }

    @Test
    void event_that_cannot_be_read_stops_the_projection_visibly() {
        models.log().append(introduced("AAA"), unknown());

        assertThatThrownBy(() -> models.runtime().positions().await(2, Duration.ofMillis(300)))
                .isInstanceOf(ReadModelBehind.class);
        assertThat(state().position()).isLessThan(2);
        awaitThat(() -> state().error() != null);
        assertThat(state().error()).isEqualTo(IllegalStateException.class.getName());
    }

    @Test
    void waiting_is_over_as_soon_as_another_node_has_moved_the_position() {
        models.projections().stop();
        Thread other = Thread.ofVirtual().start(() -> models.execute("update read_model.projection set position = 42"));

        models.runtime().positions().await(42, Duration.ofSeconds(10));

        assertThat(other).isNotNull();
        assertThatThrownBy(() -> models.runtime().positions().await(43, Duration.ofMillis(60)))
                .isInstanceOf(ReadModelBehind.class)
                .hasMessageContaining("ask again");
    }

    @Test
    void unknown_projection_cannot_be_retried_or_started() {
        assertThatThrownBy(() -> models.projections().retry("nothing")).isInstanceOf(IllegalArgumentException.class);
        models.execute("delete from read_model.projection");
        models.projections().stop();
        assertThatThrownBy(() -> models.projections().start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("migration");
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

    /** What a serializer makes of an event type that this node does not know. */
    private static UnknownSerializedType unknown() {
        return new UnknownSerializedType(
                EventSerializers.json(),
                new SimpleSerializedObject<>("{}", String.class, "subject.of-the-future", "1"));
    }
}
