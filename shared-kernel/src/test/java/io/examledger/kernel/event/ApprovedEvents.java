package io.examledger.kernel.event;

import java.nio.file.Path;

/** Where the approved form of an event lies. */
final class ApprovedEvents {
    private ApprovedEvents() {}

    static String nameOf(String type, int revision) {
        return type + "." + revision + ".json";
    }

    /** That of the revision that the class describes. */
    static Path fileOf(Class<?> event) {
        EventType type = EventCatalogue.typeOf(event);
        return ProjectFiles.APPROVED_EVENTS.resolve(nameOf(type.value(), type.revision()));
    }
}
