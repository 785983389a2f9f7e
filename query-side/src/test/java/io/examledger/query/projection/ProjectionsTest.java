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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
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
        assertThat(state()).isEqualTo(new ProjectionState("subjects", 3, 0, true, null));
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
    void event_that_cannot_be_read_stops_the_projection_visibly() {
        models.log().append(introduced("AAA"), unknown());

        assertThatThrownBy(() -> models.runtime().positions().await(2, Duration.ofMillis(300)))
                .isInstanceOf(ReadModelBehind.class);
        assertThat(state().position()).isLessThan(2);
        String error = state().error();
        for (long end = System.nanoTime() + 30_000_000_000L; error == null && System.nanoTime() < end; ) {
            LockSupport.parkNanos(1_000_000);
            error = state().error();
        }
        assertThat(error).isEqualTo(IllegalStateException.class.getName());
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
