package io.examledger.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is in the log stays readable: one approved file for each event and revision. An approved file never changes; a
 * change of an event's fields is a new revision with a file of its own, and an upcaster that brings the older one up.
 */
@DisplayName("AUD-1 nothing that happened is changed: stored events keep their form")
class EventContractTest {
    static final List<Object> SAMPLES = EventSamples.all();

    @BeforeAll
    static void approveNewOnes() {
        SAMPLES.forEach(
                sample -> ProjectFiles.approveIfNew(ApprovedEvents.fileOf(sample.getClass()), EventJson.write(sample)));
    }

    @Test
    void every_event_has_one_sample() {
        assertThat(SAMPLES.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.events());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void an_event_is_written_exactly_as_approved(Object sample) {
        Path approved = ApprovedEvents.fileOf(sample.getClass());

        assertThat(EventJson.write(sample))
                .as(
                        "%s: a new event or revision is approved by %s. If the form of a stored event has changed,"
                                + " do not touch the file: raise the revision and write an upcaster",
                        approved.getFileName(), ProjectFiles.HOW_TO_APPROVE)
                .isEqualTo(ProjectFiles.read(approved));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void an_approved_event_is_read_as_the_same_event(Object sample) {
        String approved = ProjectFiles.read(ApprovedEvents.fileOf(sample.getClass()));

        assertThat((Object) EventJson.read(approved, sample.getClass())).isEqualTo(sample);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void an_optional_field_may_be_null_or_missing(Object sample) {
        for (EventField field : EventField.of(sample.getClass())) {
            if (field.optional()) {
                ObjectNode without = (ObjectNode) EventJson.tree(EventJson.write(sample));
                without.putNull(field.name());
                Object asNull = EventJson.read(without.toString(), sample.getClass());
                without.remove(field.name());
                Object asMissing = EventJson.read(without.toString(), sample.getClass());

                assertThat(field.valueIn(asNull)).as(field.name()).isNull();
                assertThat(asMissing).isEqualTo(asNull).isNotEqualTo(sample);
                assertThat((Object) EventJson.read(EventJson.write(asNull), sample.getClass()))
                        .isEqualTo(asNull);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void a_sample_fills_every_field_so_that_the_approval_covers_it(Object sample) {
        assertThat(EventField.of(sample.getClass()))
                .allSatisfy(field ->
                        assertThat(field.valueIn(sample)).as(field.name()).isNotNull());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void a_field_that_a_later_version_added_is_no_obstacle(Object sample) {
        ObjectNode more = (ObjectNode) EventJson.tree(EventJson.write(sample));
        more.put("addedLater", "x");

        assertThat((Object) EventJson.read(more.toString(), sample.getClass())).isEqualTo(sample);
    }

    @Test
    void there_is_a_file_for_every_revision_there_ever_was_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(ProjectFiles.APPROVED_EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(EventCatalogue.events().stream()
                            .map(EventCatalogue::typeOf)
                            .flatMap(type -> IntStream.rangeClosed(1, type.revision())
                                    .mapToObj(revision -> ApprovedEvents.nameOf(type.value(), revision)))
                            .toList());
        }
    }
}
