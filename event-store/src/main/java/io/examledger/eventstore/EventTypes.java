package io.examledger.eventstore;

import java.util.HashMap;
import java.util.Map;

/** The stable names under which event classes are stored. Names outlive classes; nothing else is ever deserialised. */
public final class EventTypes {
    /** A stored name with the revision of its fields. */
    public record Name(String type, String revision) {}

    private final Map<Class<?>, Name> names = new HashMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();

    /**
     * @param type stored name
     * @param revision revision that the class describes; older ones are brought up by upcasters
     * @throws IllegalArgumentException if the name or the class is taken
     */
    public EventTypes register(String type, int revision, Class<?> event) {
        if (classes.containsKey(type) || names.containsKey(event)) {
            throw new IllegalArgumentException("event type " + type + " or " + event.getName() + " registered twice");
        }
        classes.put(type, event);
        names.put(event, new Name(type, Integer.toString(revision)));
        return this;
    }

    /** @throws IllegalArgumentException if the class is not registered */
    public Name nameOf(Class<?> event) {
        Name name = names.get(event);
        if (name == null) {
            throw new IllegalArgumentException(event.getName() + " is not a registered event");
        }
        return name;
    }

    /**
     * @param revision of what is stored
     * @throws IllegalArgumentException if no class is registered under the name, or only one of an older revision
     */
    public Class<?> classOf(String type, String revision) {
        Class<?> event = classes.get(type);
        if (event == null) {
            throw new IllegalArgumentException("no event is registered as " + type);
        }
        if (Integer.parseInt(revision) > Integer.parseInt(nameOf(event).revision())) {
            throw new IllegalArgumentException("revision " + revision + " of " + type + " is not known");
        }
        return event;
    }
}
