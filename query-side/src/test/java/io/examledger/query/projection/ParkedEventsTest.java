package io.examledger.query.projection;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.price;
import static io.examledger.query.ReadModels.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.query.Database;
import io.examledger.query.Happened;
import io.examledger.query.ReadModels;
import io.examledger.query.accounts.AccountProjection;
import io.examledger.query.subjects.SubjectProjection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

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
        assertThat(state()).isEqualTo(new ProjectionState("subjects", 1, 1, 7, 1, true, null));
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
    @DisplayName("a parked sequence may grow as long as a large order without stopping the others")
    void thousands_of_letters_of_one_sequence_stop_nobody() {
        models.execute("alter table read_model.subject add constraint no_bad check (code <> 'BAD')");
        models.given(introduced("BAD"));
        IntStream.rangeClosed(1, 14).forEach(doubling -> doubleTheLetters());

        models.given(price("BAD", 80), introduced("AAA"));

        assertThat(models.rows("select code from read_model.subject")).hasToString("[{code=AAA}]");
        assertThat(models.number("select count(*) from read_model.dead_letter")).isEqualTo(16_385);
        assertThat(state()).isEqualTo(new ProjectionState("subjects", 1, 1, 3, 1, true, null));
    }

    private void doubleTheLetters() {
        models.execute("""
                insert into read_model.dead_letter
                  (dead_letter_id, projection, sequence_identifier, sequence_index, message_type, event_id, event_time,
                   payload_type, payload_revision, payload, metadata, token_type, token, enqueued_at)
                select cast(sequence_index + existing.letters as varchar), projection, sequence_identifier,
                  sequence_index + existing.letters, message_type, event_id, event_time,
                  payload_type, payload_revision, payload, metadata, token_type, token, enqueued_at
                from read_model.dead_letter, (select count(*) as letters from read_model.dead_letter) existing
                """);
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

    @Test
    void each_projection_answers_for_what_it_has_parked_itself() {
        models.close();
        models = new ReadModels(database, new AccountProjection(), new SubjectProjection());
        models.execute("alter table read_model.subject add constraint all_bad check (price_amount < 0)");

        models.given(introduced("AAA"), introduced("BAD"), price("BAD", 80));

        assertThat(models.projections().states())
                .containsExactly(
                        new ProjectionState("accounts", 1, 1, 3, 0, true, null),
                        new ProjectionState("subjects", 1, 1, 3, 2, true, null));
    }

    private ProjectionState state() {
        return models.projections().states().getFirst();
    }
}
