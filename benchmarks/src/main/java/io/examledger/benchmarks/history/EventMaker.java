package io.examledger.benchmarks.history;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes events of one type from what is known by the names of their fields, which mean the same in all events. */
final class EventMaker {
    private static final Map<Class<?>, EventMaker> MAKERS = new ConcurrentHashMap<>();
    private static final int POLICY_VERSION = 1;

    private final Constructor<?> constructor;
    private final List<RecordComponent> fields;

    private EventMaker(Class<?> event) {
        this.fields = List.of(Objects.requireNonNull(event.getRecordComponents(), "events are records"));
        try {
            this.constructor = event.getDeclaredConstructor(
                    fields.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has it", e);
        }
    }

    static EventMaker of(Class<?> event) {
        return MAKERS.computeIfAbsent(event, EventMaker::new);
    }

    /**
     * @param own what only this event has
     * @param known what is looked up else; a time that is in neither is the present
     */
    Object make(Map<String, ?> own, Map<String, @Nullable Object> known, Instant now) {
        @Nullable
        Object[] values =
                fields.stream().map(field -> value(field, own, known, now)).toArray();
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "%s of %s".formatted(constructor.getDeclaringClass(), Arrays.toString(values)), e);
        }
    }

    private static @Nullable Object value(
            RecordComponent field, Map<String, ?> own, Map<String, @Nullable Object> known, Instant now) {
        String name = field.getName();
        if (own.containsKey(name)) {
            return own.get(name);
        }
        if (known.containsKey(name)) {
            return known.get(name);
        }
        if (field.getType() == Instant.class) {
            return now;
        }
        return name.equals("policyVersion") ? POLICY_VERSION : null;
    }

    /** The first field of every event is the id of its aggregate. */
    String idOf(Object event) {
        try {
            return String.valueOf(fields.getFirst().getAccessor().invoke(event));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
