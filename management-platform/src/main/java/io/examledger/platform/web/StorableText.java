package io.examledger.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Text, and nothing else, that every database can store: PostgreSQL knows no NUL, and half a surrogate pair is no
 * character in UTF-8.
 */
final class StorableText extends StdScalarDeserializer<String> {
    StorableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw MismatchedInputException.from(parser, String.class, "text expected");
        }
        return requireStorable(parser, parser.getString());
    }

    private static String requireStorable(@Nullable JsonParser parser, String text) {
        if (!isStorable(text)) {
            throw new Unstorable(parser);
        }
        return text;
    }

    /** Whether the text has neither a NUL nor half a surrogate pair. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                return false;
            }
            if (pair) {
                i++;
            }
        }
        return true;
    }

    /** The same for the names in a map. */
    static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return requireStorable(context.getParser(), key);
        }
    }

    /** What no database can store. */
    static final class Unstorable extends MismatchedInputException {
        private static final long serialVersionUID = 1L;

        Unstorable(@Nullable JsonParser parser) {
            super(parser, "contains a NUL or half a surrogate pair, which cannot be stored", String.class);
        }
    }
}
