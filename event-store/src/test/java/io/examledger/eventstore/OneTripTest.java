package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, a node that finds the log as it left it appends in one round trip, and all is stored as before. */
class OneTripTest extends TripTest {
    @Test
    void claims_events_and_receipts_go_in_one_statement() {
        GroupAppender appender = undisturbed();

        long position = appender.append(Node.append("a", List.of(new Claim("email", "digest", "a")), receipt("1")));

        assertOneTrip();
        assertThat(position).isEqualTo(3);
        Ledger ledger = new Ledger(database.forReads());
        assertThat(ledger.holderOf("email", "digest")).hasValue("a");
        assertThat(ledger.receipt("caller", "1"))
                .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(3));
        assertThat(stored()).containsExactly("first", "second", "a");
        assertChained(3);
    }

    /** Often enough for the driver to have prepared and described the statements on the server. */
    @Test
    void all_rows_of_an_append_are_of_one_transaction() {
        GroupAppender appender = undisturbed();
        int times = 20;

        for (int i = 0; i < times; i++) {
            String id = "a" + i;
            appender.append(Node.append(id, List.of(new Claim("email", id, id)), receipt(id)));
        }

        assertThat(statements).hasSize(times);
        assertThat(database.column("""
                        select aggregate_id from ledger.event
                        join ledger.claim on claim.holder = event.aggregate_id and claim.xmin = event.xmin
                        join ledger.receipt on receipt.position = event.position and receipt.xmin = event.xmin""")).hasSize(times);
        assertChained(times + 2);
    }

    @Test
    void so_does_a_receipt_alone() {
        GroupAppender appender = undisturbed();

        assertThat(appender.append(new Append(List.of(), List.of(), receipt("refusal"))))
                .isEqualTo(2);

        assertOneTrip();
        assertThat(new Ledger(database.forReads()).receipt("caller", "refusal")).isPresent();
    }

    @Test
    void rows_are_stored_to_the_letter_whatever_their_text() {
        GroupAppender appender = undisturbed();
        String odd = "{\"text\":\"\\\\ \\\" {a,b} ' NULL ü 漢 \uD83D\uDE00\"}";
        NewEvent event = new NewEvent(UUID.randomUUID(), "Note", "{odd},\"'\\", 0, "test.noted", "1", odd, "{}");

        appender.append(new Append(List.of(event), List.of(), null));

        assertOneTrip();
        assertThat(database.column("select payload from ledger.event where position = 3"))
                .containsExactly(odd);
        assertThat(stored()).endsWith("{odd},\"'\\");
        assertChained(3);
    }
}
