package io.examledger.kernel.event;

import static java.util.stream.Collectors.joining;

import io.examledger.kernel.money.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field of an event. */
record EventField(RecordComponent component) {
    static List<EventField> of(Class<?> event) {
        return Arrays.stream(event.getRecordComponents()).map(EventField::new).toList();
    }

    String name() {
        return component.getName();
    }

    boolean optional() {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    Type type() {
        return component.getGenericType();
    }

    /** For people; the constants of an enumeration are part of the contract. */
    String typeName() {
        return typeName(type());
    }

    private static String typeName(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + typeName(list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants()).map(Object::toString).collect(joining(" or "));
        }
        return !plain.isRecord() || plain == Money.class
                ? plain.getSimpleName()
                : of(plain).stream()
                        .map(field -> field.name() + ": " + field.typeName())
                        .collect(joining(", ", "{", "}"));
    }

    /** The enumerations whose constants are stored with this field. */
    Stream<Class<?>> enumerations() {
        return enumerations(type());
    }

    private static Stream<Class<?>> enumerations(Type type) {
        if (type instanceof ParameterizedType list) {
            return enumerations(list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Stream.of(plain);
        }
        return plain.isRecord() ? of(plain).stream().flatMap(EventField::enumerations) : Stream.empty();
    }

    @Nullable
    Object valueIn(Object event) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
