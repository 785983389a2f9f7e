package io.examledger.eventstore;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Events as JSON under their registered names, metadata as a JSON object of strings. No class name is ever read from or
 * written to the log, so stored data cannot choose what is instantiated.
 */
public final class EventJsonSerializer implements Serializer {
    private static final String META_DATA = MetaData.class.getName();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final EventTypes types;
    private final JsonMapper json;
    private final Converter converter = new ChainingConverter();

    public EventJsonSerializer(EventTypes types) {
        this.types = types;
        this.json = JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        try {
            String text = json.writeValueAsString(object instanceof MetaData metaData ? strings(metaData) : object);
            T converted = converter.convert(text, representation);
            return new SimpleSerializedObject<>(
                    converted, representation, typeForClass(object == null ? Void.class : object.getClass()));
        } catch (JacksonException e) {
            throw new SerializationException("cannot write an event as JSON", e);
        }
    }

    private static Map<String, String> strings(MetaData metaData) {
        metaData.forEach((key, value) -> {
            if (!(value instanceof String)) {
                throw new SerializationException("metadata " + key + " is not a string");
            }
        });
        return new TreeMap<>(cast(metaData));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> cast(Map<String, ?> map) {
        return (Map<String, String>) map;
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(String.class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        SerializedType type = serialized.getType();
        try {
            String text = converter.convert(serialized.getData(), serialized.getContentType(), String.class);
            if (META_DATA.equals(type.getName())) {
                return (T) MetaData.from(json.readValue(text, STRINGS));
            }
            return (T) json.readValue(text, classForType(type));
        } catch (JacksonException e) {
            throw new SerializationException("cannot read " + type.getName() + " from JSON", e);
        }
    }

    /**
     * Axon would skip an event whose class it is told is unknown: an aggregate would decide on part of its history, a
     * projection would miss a fact for ever. They stop instead.
     *
     * @throws SerializationException if no event is registered under the name, or only an older revision
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (META_DATA.equals(type.getName())) {
            return MetaData.class;
        }
        try {
            return types.classOf(type.getName(), type.getRevision());
        } catch (IllegalArgumentException e) {
            throw new SerializationException("this node is older than the log: " + e.getMessage(), e);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class) {
            return SimpleSerializedType.emptyType();
        }
        if (MetaData.class.isAssignableFrom(type)) {
            return new SimpleSerializedType(META_DATA, null);
        }
        EventTypes.Name name = types.nameOf(type);
        return new SimpleSerializedType(name.type(), name.revision());
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
