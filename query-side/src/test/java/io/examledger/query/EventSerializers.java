package io.examledger.query;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** A serializer as the platform would give one. */
public final class EventSerializers {
    private EventSerializers() {}

    public static Serializer json() {
        return Jackson3Serializer.builder().build();
    }
}
