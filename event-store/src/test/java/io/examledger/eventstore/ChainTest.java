package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
@DisplayName("AUD-4 tampering with stored history is found")
class ChainTest {
    private static final int EVENTS = 6;

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private ChainCheck check;

    ChainTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void store_some_events(@TempDir Path directory) {
        database = TestDatabase.create(kind, directory);
        check = new ChainCheck(database.forReads());
        Node node = new Node(database);
        for (int sequence = 0; sequence < EVENTS; sequence++) {
            node.append("a", sequence);
        }
        database.execute("create table ledger.copy as select * from ledger.event");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void assertFaultAt(String what, long position) {
        assertThat(check.run().faultAt()).as(what).hasValue(position);
    }

    private void restore() {
        database.execute("delete from ledger.event");
        database.execute("insert into ledger.event select * from ledger.copy");
        assertThat(check.run().intact()).isTrue();
    }

    @Test
    void an_untouched_log_is_intact() {
        assertThat(check.run())
                .returns((long) EVENTS, ChainCheck.Result::events)
                .returns(true, ChainCheck.Result::intact);
    }

    @Test
    void an_empty_log_is_intact_and_ends_where_every_log_begins() {
        database.execute("delete from ledger.event");

        assertThat(check.run()).isEqualTo(new ChainCheck.Result(0, "0".repeat(64), Optional.empty()));
    }

    @Test
    void a_change_of_any_column_is_found_where_it_was_made() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("position", "30");
        changes.put("event_id", "cast('00000000-0000-7000-8000-000000000000' as uuid)");
        changes.put("aggregate_type", "'Other'");
        changes.put("aggregate_id", "'b'");
        changes.put("sequence", "99");
        changes.put("type", "'test.other'");
        changes.put("revision", "'2'");
        changes.put("recorded_at", "recorded_at + interval '1' second");
        changes.put("payload", "payload || ' '");
        changes.put("metadata", "'{\"actor\":\"somebody else\"}'");
        changes.put("hash", "(select hash from ledger.copy where position = 2)");
        assertThat(database.column("select column_name from information_schema.columns where table_name = 'event'"))
                .as("every column is tried")
                .containsExactlyInAnyOrderElementsOf(changes.keySet());

        changes.forEach((column, value) -> {
            database.execute("update ledger.event set %s = %s where position = 3".formatted(column, value));
            assertFaultAt(column, 3);
            restore();
        });
    }

    @Test
    void a_removed_row_is_found() {
        database.execute("delete from ledger.event where position = 4");

        assertFaultAt("removed", 4);
    }

    @Test
    void a_row_removed_with_the_later_ones_moved_up_is_found() {
        database.execute("delete from ledger.event where position = 4");
        database.execute("update ledger.event set position = 4 where position = 5");
        database.execute("update ledger.event set position = 5 where position = 6");

        assertFaultAt("moved up", 4);
    }

    @Test
    void two_swapped_rows_are_found() {
        database.execute("update ledger.event set position = -1 where position = 2");
        database.execute("update ledger.event set position = 2 where position = 5");
        database.execute("update ledger.event set position = 5 where position = -1");

        assertFaultAt("swapped", 2);
    }

    @Test
    void a_row_put_before_the_first_is_found() {
        database.execute("update ledger.event set position = 0 where position = 6");

        assertFaultAt("put before", 1);
    }

    @Test
    void a_cut_off_end_shows_in_the_head_that_an_earlier_digest_does_not_know() {
        ChainCheck.Result whole = check.run();
        database.execute("delete from ledger.event where position = 6");

        assertThat(check.run().intact()).isTrue();
        assertThat(check.run().head()).isNotEqualTo(whole.head());
    }
}
