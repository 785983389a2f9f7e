package io.examledger.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** An instant as ISO 8601 text. Jackson would take a number, too, and guess whether it counts seconds. */
final class WrittenInstant extends StdScalarDeserializer<Instant> {
    WrittenInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Instant.parse(parser.getString());
            } catch (DateTimeException e) {
                throw MismatchedInputException.from(parser, Instant.class, "not an instant");
            }
        }
        throw MismatchedInputException.from(parser, Instant.class, "text expected");
    }
}
