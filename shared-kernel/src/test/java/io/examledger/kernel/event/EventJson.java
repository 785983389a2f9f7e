package io.examledger.kernel.event;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as the event store writes them, with line breaks so that a person can compare two. The settings are those of the
 * event store's serialiser, repeated here because the store knows nothing of exams and the kernel nothing of the store.
 */
final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private EventJson() {}

    /** With a line break at the end, as text files have. */
    static String write(Object event) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n";
    }

    static <T> T read(String json, Class<T> event) {
        return JSON.readValue(json, event);
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }
}
