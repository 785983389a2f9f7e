package io.examledger.query.projection;

import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/** Writes tracking tokens as what they are here: a position in the log, as decimal text. */
public final class PositionTokenSerializer implements Serializer {
    private static final String POSITION = "position";
    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (!(object instanceof GlobalSequenceTrackingToken token)) {
            throw new SerializationException("not a position in the log: " + object);
        }
        byte[] text = Long.toString(token.getGlobalIndex()).getBytes(StandardCharsets.US_ASCII);
        return new SimpleSerializedObject<>(
                converter.convert(text, representation), representation, new SimpleSerializedType(POSITION, null));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        byte[] text = converter.convert(serialized.getData(), serialized.getContentType(), byte[].class);
        return (T) new GlobalSequenceTrackingToken(Long.parseLong(new String(text, StandardCharsets.US_ASCII)));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return POSITION.equals(type.getName()) ? GlobalSequenceTrackingToken.class : UnknownSerializedType.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return type == null ? SimpleSerializedType.emptyType() : new SimpleSerializedType(POSITION, null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
