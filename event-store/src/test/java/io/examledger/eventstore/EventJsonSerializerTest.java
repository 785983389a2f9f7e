package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonSerializerTest {
    /** An event with a time and nothing else that JSON has an opinion about. */
    record Rung(String bell, Instant at) {}

    private final EventTypes types = new EventTypes().register("bell.rung", 3, Rung.class);
    private final EventJsonSerializer serializer = new EventJsonSerializer(types);

    private static SerializedObject<String> stored(String type, String json) {
        return new SimpleSerializedObject<>(json, String.class, new SimpleSerializedType(type, "3"));
    }

    @Test
    void an_event_is_stored_under_its_name_with_times_as_text_and_without_class_names() {
        Rung rung = new Rung("door", Instant.parse("2026-11-21T10:00:00.123456Z"));

        SerializedObject<String> serialized = serializer.serialize(rung, String.class);

        assertThat(serialized.getType().getName()).isEqualTo("bell.rung");
        assertThat(serialized.getType().getRevision()).isEqualTo("3");
        assertThat(serialized.getData()).isEqualTo("{\"bell\":\"door\",\"at\":\"2026-11-21T10:00:00.123456Z\"}");
        assertThat(serializer.<String, Object>deserialize(serialized)).isEqualTo(rung);
    }

    @Test
    void bytes_serve_as_well_as_text() {
        Rung rung = new Rung("döör", Instant.EPOCH);

        SerializedObject<byte[]> serialized = serializer.serialize(rung, byte[].class);

        assertThat(new String(serialized.getData(), StandardCharsets.UTF_8)).contains("döör");
        assertThat(serializer.<byte[], Object>deserialize(serialized)).isEqualTo(rung);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:30:59Z",
                "2026-01-31T09:30:59.Z",
                "2026-01-31T09:30:59.1Z",
                "2026-01-31T09:30:59.123456Z",
                "2026-01-31T09:30:59.000000001Z",
                "1969-12-31T23:59:59.999999999Z",
                "0000-02-29T00:00:00Z",
                "2028-02-29T23:59:59.5Z",
                "+12026-01-31T09:30:59Z",
                "-0001-01-31T09:30:59Z",
                "2026-01-31T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-01-31T09:30:59+01:00",
                "2026-01-31t09:30:59z"
            })
    void an_instant_is_read_as_the_platform_reads_it(String text) {
        Rung rung = serializer.deserialize(stored("bell.rung", "{\"bell\":\"door\",\"at\":\"" + text + "\"}"));

        assertThat(rung.at()).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z",
                "2026-02-30T09:30:59Z",
                "2026-13-01T09:30:59Z",
                "2026-01-31T25:30:59Z",
                "2026-01-31T09:30:59",
                "2026-01-31T09:30:59,5Z",
                "2026-01-31T09:30:5aZ",
                "2026-01-31T09:30:59.12a4Z",
                "2026-01-31T09:30:59.1234567890Z",
                "\u0662026-01-31T09:30:59Z"
            })
    void what_is_no_instant_is_refused(String text) {
        SerializedObject<String> stored = stored("bell.rung", "{\"bell\":\"door\",\"at\":\"" + text + "\"}");

        assertThatThrownBy(() -> serializer.deserialize(stored)).isInstanceOf(SerializationException.class);
    }

    @Test
    void an_unregistered_class_cannot_be_stored() {
        assertThatThrownBy(() -> serializer.serialize("text", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a registered event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bell.melted", "java.lang.String", "io.examledger.eventstore.EventJsonSerializerTest$Rung"})
    void an_unregistered_name_cannot_be_read_and_is_not_skipped(String name) {
        assertThatThrownBy(() -> serializer.deserialize(stored(name, "{}")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(name);
        assertThatThrownBy(() -> serializer.classForType(new SimpleSerializedType(name, "1")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void a_newer_revision_stops_the_reader_instead_of_losing_fields() {
        assertThatThrownBy(() -> serializer.classForType(new SimpleSerializedType("bell.rung", "4")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("older than the log")
                .hasMessageContaining("revision 4");
    }

    @Test
    void a_class_named_inside_the_json_is_just_text() {
        Object read = serializer.deserialize(
                stored("bell.rung", "{\"@class\":\"java.net.URL\",\"bell\":\"door\",\"at\":\"1970-01-01T00:00:00Z\"}"));

        assertThat(read).isEqualTo(new Rung("door", Instant.EPOCH));
    }

    @Test
    void what_is_not_the_event_cannot_be_read() {
        assertThatThrownBy(() -> serializer.deserialize(stored("bell.rung", "[1]")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void metadata_are_strings_in_a_fixed_order() {
        MetaData metaData = MetaData.from(Map.of("correlationId", "r1", "actor", "a1", "causationId", "c1"));

        SerializedObject<String> serialized = serializer.serialize(metaData, String.class);

        assertThat(serialized.getData())
                .isEqualTo("{\"actor\":\"a1\",\"causationId\":\"c1\",\"correlationId\":\"r1\"}");
        assertThat(serializer.<String, Object>deserialize(serialized)).isEqualTo(metaData);
    }

    @Test
    void metadata_that_are_not_strings_cannot_be_stored() {
        assertThatThrownBy(() -> serializer.serialize(MetaData.with("attempt", 1), String.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("attempt");
    }

    @Test
    void a_name_or_a_class_is_registered_once() {
        assertThatThrownBy(() -> types.register("bell.rung", 1, String.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> types.register("bell.other", 1, Rung.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> types.classOf("bell.other", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void half_a_character_is_refused_before_a_database_changes_it() {
        assertThatThrownBy(() -> Node.append("half \uD800", List.of(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void messages_of_axon_carry_ids_in_time_order() {
        assertThat(Stream.generate(() -> new GenericEventMessage<>("x"))
                        .limit(3)
                        .map(message -> UUID.fromString(message.getIdentifier())))
                .allMatch(id -> id.version() == 7);
    }
}
