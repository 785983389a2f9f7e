package io.examledger.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.EventJsonSerializer;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kernel approves the stored form of its events with a serialiser of its own making. Here the same files go through
 * the one that reads and writes the log.
 */
@DisplayName("AUD-1 nothing that happened is changed: production reads and writes events as approved")
class ApprovedEventsTest {
    private static final Path APPROVED = Path.of("../shared-kernel/src/test/resources/events");
    private static final JsonMapper JSON = new JsonMapper();

    private final EventJsonSerializer serializer = new LogConfiguration().eventSerializer();

    /** An approved file, named after type and revision. */
    record Approved(String type, String revision, String json) {
        static Approved of(Path file) {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            int dot = name.lastIndexOf('.');
            try {
                return new Approved(name.substring(0, dot), name.substring(dot + 1), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return type + " " + revision;
        }
    }

    static List<Approved> approved() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.map(Approved::of).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("approved")
    void approved_event_is_read_and_written_again_identically(Approved approved) {
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(approved.json(), String.class, approved.type(), approved.revision()));
        SerializedObject<String> written = serializer.serialize(event, String.class);

        assertThat(written.getType().getName()).isEqualTo(approved.type());
        assertThat(written.getType().getRevision())
                .as("there are no upcasters yet; with the first one, read older revisions through it here")
                .isEqualTo(approved.revision());
        assertThat(JSON.readTree(written.getData())).isEqualTo(JSON.readTree(approved.json()));
    }

    @Test
    void every_event_of_the_catalogue_has_been_tried() throws IOException {
        assertThat(approved().stream().map(Approved::type).distinct())
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.events().stream()
                        .map(EventCatalogue::typeOf)
                        .map(EventType::value)
                        .toList());
    }
}
