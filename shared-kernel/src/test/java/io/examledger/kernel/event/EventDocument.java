package io.examledger.kernel.event;

/** The event catalogue as a page for people, from the sealed families and the approved samples. */
final class EventDocument {
    private final StringBuilder page = new StringBuilder();

    private EventDocument() {}

    static String write() {
        EventDocument document = new EventDocument();
        document.introduction();
        EventCatalogue.families().forEach(document::family);
        return document.page.toString();
    }

    private void introduction() {
        page.append("""
                # Events

                Every event that can be in the log: %d in %d families. Generated from the sealed interfaces and the approved samples;
                after a change of an event run `%s`.

                An event is stored as JSON under its name and revision, which outlive the Java class; *rules* are numbers of the rule
                book. Instants are ISO-8601 in UTC, money is in minor units of its currency. Each event also carries as metadata who
                caused it (`actor`), the request it came of (`correlationId`) and what it follows from (`causationId`).
                """.formatted(
                EventCatalogue.events().size(), EventCatalogue.families().size(), ProjectFiles.HOW_TO_APPROVE));
    }

    private void family(Class<?> family) {
        page.append("\n## ").append(family.getSimpleName()).append('\n');
        EventCatalogue.events().stream().filter(family::isAssignableFrom).forEach(this::event);
    }

    private void event(Class<?> event) {
        EventType type = EventCatalogue.typeOf(event);
        page.append("""

                ### %s

                Revision %d · `%s.%s` · rules %s

                | field | type | |
                | --- | --- | --- |
                """.formatted(
                        type.value(),
                        type.revision(),
                        event.getInterfaces()[0].getSimpleName(),
                        event.getSimpleName(),
                        String.join(", ", type.rules())));
        EventField.of(event)
                .forEach(field -> page.append("| %s | %s | %s |\n"
                        .formatted(field.name(), field.typeName(), field.optional() ? "optional" : "")));
        page.append("\n```json\n").append(EventJson.write(sampleOf(event))).append("```\n");
    }

    private static Object sampleOf(Class<?> event) {
        return EventSamples.all().stream().filter(event::isInstance).findFirst().orElseThrow();
    }
}
