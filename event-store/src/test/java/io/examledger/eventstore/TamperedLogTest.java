package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.proof.Fault.Kind;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.LoggedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** In the database itself; what the offline verifier is handed is the export of the same rows, line for line. */
@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
@DisplayName("AUD-4 tampering with the database is found by the system and in an export, at the same position")
class TamperedLogTest extends TamperedLog {
    TamperedLogTest(TestDatabase.Kind kind) {
        super(kind);
    }

    @Test
    void a_change_of_any_column_is_found_where_it_was_made() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("position", "3000");
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
            database.execute("update ledger.event set %s = %s where position = 300".formatted(column, value));
            assertFault(column, 300, column.equals("position") ? Kind.MISSING : Kind.CHANGED);
            restore();
        });
        assertThat(inDatabase()).as("restored").isEmpty();
    }

    @Test
    void a_hash_that_is_none_is_a_changed_one() {
        database.execute("update ledger.event set hash = (select cast('x' as bytea)) where position = 300");

        assertFault("no hash", 300, Kind.CHANGED);
    }

    @Test
    void removed_inserted_and_swapped_events_are_found() {
        database.execute("delete from ledger.event where position = 300");
        assertFault("removed", 300, Kind.MISSING);
        restore();

        database.execute("delete from ledger.event where position > 590");
        assertFault("tail removed", 591, Kind.CUT_OFF);
        restore();

        database.execute("update ledger.event set position = 0 where position = 600");
        assertFault("put before the first", 1, Kind.OUT_OF_ORDER);
        restore();

        database.execute("update ledger.event set position = -1 where position = 300");
        database.execute("update ledger.event set position = 300 where position = 320");
        database.execute("update ledger.event set position = 320 where position = -1");
        assertFault("swapped", 300, Kind.CHANGED);
    }

    @Test
    void a_log_that_was_rewritten_from_some_point_is_found_between_two_heads() {
        rewriteFrom(300);
        assertFault("rewritten", 291, Kind.REWRITTEN);

        database.execute("delete from ledger.tree_node");
        database.execute("update ledger.tree_growth set size = 0");
        assertFault("rewritten, and the tree as well", 291, Kind.REWRITTEN);
        assertThat(verification.run(1, EVENTS, List.of(), checked -> {}))
                .as("nobody can tell without an older head")
                .isEmpty();
    }

    private void rewriteFrom(int position) {
        Hash previous = rows.at(position - 1L).orElseThrow().hash();
        database.execute("update ledger.event set payload = '{\"text\":\"forged\"}' where position = " + position);
        StringBuilder updates = new StringBuilder();
        for (LoggedEvent row : rows.after(position - 1L, Long.MAX_VALUE, Integer.MAX_VALUE)) {
            previous = row.hashAfter(previous);
            updates.append("update ledger.event set hash = %s where position = %d;"
                    .formatted(binary(previous), row.position()));
        }
        database.execute(updates.toString());
    }
}
