package io.examledger.eventstore.proof;

import static io.examledger.eventstore.proof.Export.assertBroken;
import static io.examledger.eventstore.proof.Export.assertIntact;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.proof.Export.Said;
import io.examledger.eventstore.proof.Fault.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("AUD-4 whoever holds an earlier head finds tampering offline, and where it begins")
class VerifierTest {
    private static final int EVENTS = 40;
    private static final int TAMPERED = 17;
    private static final List<LoggedEvent> TRUE_LOG = Chain.of(EVENTS, "{\"text\":\"true\"}");

    static final List<String> FIELDS = LoggedEvent.FIELDS.stream().sorted().toList();

    private Export export;
    private Path head;

    @BeforeEach
    void keep_a_head(@TempDir Path directory) {
        export = new Export(directory);
        head = export.head("head.json", TRUE_LOG);
    }

    private static List<String> lines() {
        return new ArrayList<>(TRUE_LOG.stream().map(LoggedEvent::line).toList());
    }

    private Said verify(List<String> log, Object... more) {
        return export.verify(export.lines("log.jsonl", log), head, more);
    }

    @Test
    void a_true_log_is_intact_and_the_answer_says_what_was_checked() {
        Said said = verify(lines(), "--key", export.key());

        assertIntact(said);
        assertThat(said.text())
                .contains("40 events are chained", "example.com/log, 40 events", "signed by")
                .doesNotContain("believed");
        assertThat(verify(lines()).text()).contains("the key is believed");
    }

    @Test
    void a_log_that_has_grown_since_is_intact_up_to_the_head_and_the_answer_says_where_that_is() {
        Path older = export.head("older.json", TRUE_LOG.subList(0, 30));

        Said said = export.verify(export.lines("log.jsonl", lines()), older);

        assertIntact(said);
        assertThat(said.text()).contains("no head speaks for events 31 to 40");
    }

    @Test
    void an_event_that_is_held_back_keeps_its_place_and_is_told() {
        List<String> lines = lines();
        LoggedEvent event = LoggedEvent.ofLine(lines.get(TAMPERED - 1));
        lines.set(TAMPERED - 1, event.heldBack().line());

        Said said = verify(lines);

        assertIntact(said);
        assertThat(said.text()).contains("1 of them hold back what they say");
        assertThat(event.heldBack().line()).doesNotContain("payload", "metadata");
        lines.set(TAMPERED - 1, event.line().replace("\"hash\"", "\"contentHash\":\"" + event.hash() + "\",\"hash\""));
        assertBroken(verify(lines), TAMPERED, Kind.UNREADABLE);
    }

    @ParameterizedTest
    @FieldSource("FIELDS")
    void a_change_of_any_column_is_found_where_it_was_made(String field) {
        List<String> lines = lines();
        String line = lines.get(TAMPERED - 1);
        String changed = line.replaceFirst(
                "\"" + field + "\":(\"?)[^,]*?(\\d)([^\\d,]*)(,|}$)", "\"" + field + "\":$1" + other(field) + "$4");
        if (field.equals("payload")) {
            changed = line.replace("true", "false");
        } else if (field.equals("metadata")) {
            changed = line.replace("someone", "someone else");
        } else if (field.equals("aggregateType")) {
            changed = line.replace("\"Note\"", "\"Other\"");
        } else if (field.equals("type")) {
            changed = line.replace("test.noted", "test.other");
        }
        assertThat(changed).isNotEqualTo(line);
        lines.set(TAMPERED - 1, changed);

        assertBroken(verify(lines), TAMPERED, field.equals("position") ? Kind.MISSING : Kind.CHANGED);
    }

    private static String other(String field) {
        return switch (field) {
            case "position", "sequence" -> "99";
            case "recordedAt" -> "2026-11-22T00:00:01Z\"";
            case "hash" -> MerkleTree.empty() + "\"";
            case "eventId" -> "00000000-0000-7000-8000-000000000000\"";
            default -> "9\"";
        };
    }

    @Test
    void two_swapped_events_are_found_also_with_their_positions_exchanged() {
        List<String> lines = lines();
        Collections.swap(lines, TAMPERED - 1, TAMPERED + 5);
        assertBroken(verify(lines), TAMPERED, Kind.MISSING);

        List<LoggedEvent> exchanged = new ArrayList<>(TRUE_LOG);
        LoggedEvent one = exchanged.get(TAMPERED - 1);
        LoggedEvent other = exchanged.get(TAMPERED + 5);
        exchanged.set(TAMPERED - 1, Chain.at(other, one.position(), other.hash()));
        exchanged.set(TAMPERED + 5, Chain.at(one, other.position(), one.hash()));
        assertBroken(export.verify(export.log("exchanged.jsonl", exchanged), head), TAMPERED, Kind.CHANGED);
    }

    @Test
    void an_event_removed_from_the_middle_is_found_also_with_the_later_ones_moved_up() {
        List<String> lines = lines();
        lines.remove(TAMPERED - 1);
        assertBroken(verify(lines), TAMPERED, Kind.MISSING);

        List<LoggedEvent> without = new ArrayList<>(TRUE_LOG);
        without.remove(TAMPERED - 1);
        List<LoggedEvent> moved = without.stream()
                .map(event -> Chain.at(
                        event, event.position() > TAMPERED ? event.position() - 1 : event.position(), event.hash()))
                .toList();
        assertBroken(export.verify(export.log("moved.jsonl", moved), head), TAMPERED, Kind.CHANGED);
    }

    @Test
    void an_inserted_event_is_found() {
        List<String> lines = lines();
        lines.add(TAMPERED, lines.get(TAMPERED - 1));
        assertBroken(verify(lines), TAMPERED + 1, Kind.OUT_OF_ORDER);

        List<LoggedEvent> inserted = new ArrayList<>(TRUE_LOG);
        inserted.add(TAMPERED - 1, TRUE_LOG.getFirst());
        assertBroken(export.verify(export.log("inserted.jsonl", Chain.rechained(inserted)), head), 1, Kind.REWRITTEN);
    }

    @Test
    void a_removed_tail_is_found_against_the_later_head() {
        assertBroken(verify(lines().subList(0, 36)), 37, Kind.CUT_OFF);
    }

    @Test
    void a_log_rewritten_from_some_point_and_signed_anew_is_found_against_older_heads() {
        List<LoggedEvent> rewritten = rewritten();
        Path log = export.log("log.jsonl", rewritten);
        Path newHead = export.head("new.json", rewritten);
        assertIntact(export.verify(log, newHead));

        Path older = export.lines(
                "heads.jsonl",
                Stream.of(10, 16, 20, 30)
                        .map(size -> Chain.json(export.signers.first().sign(Chain.head(TRUE_LOG.subList(0, size)))))
                        .toList());
        Said said = export.verify(log, newHead, "--older-head", older);
        assertBroken(said, TAMPERED, Kind.REWRITTEN);
        assertThat(said.text()).contains("the first difference lies from 17 to 20");
    }

    @Test
    void a_rewritten_log_is_found_to_the_event_against_an_older_export() {
        List<LoggedEvent> rewritten = rewritten();
        Path log = export.log("log.jsonl", rewritten);
        Path newHead = export.head("new.json", rewritten);
        Path older = export.log("older.jsonl", TRUE_LOG);

        assertBroken(export.verify(log, newHead, "--older-log", older), TAMPERED, Kind.REWRITTEN);
        assertIntact(export.verify(older, head, "--older-log", older));
        Path shorter = export.log("shorter.jsonl", TRUE_LOG.subList(0, 30));
        assertBroken(
                export.verify(shorter, export.head("head-30.json", TRUE_LOG.subList(0, 30)), "--older-log", older),
                31,
                Kind.CUT_OFF);
    }

    private static List<LoggedEvent> rewritten() {
        List<LoggedEvent> forged = new ArrayList<>(TRUE_LOG.subList(0, TAMPERED - 1));
        forged.addAll(Chain.of(EVENTS, "{\"text\":\"false\"}").subList(TAMPERED - 1, EVENTS));
        return Chain.rechained(forged);
    }

    @Test
    void a_line_that_is_no_event_is_found() {
        List<String> lines = lines();
        lines.set(TAMPERED - 1, "{}");

        assertBroken(verify(lines), TAMPERED, Kind.UNREADABLE);
    }
}
