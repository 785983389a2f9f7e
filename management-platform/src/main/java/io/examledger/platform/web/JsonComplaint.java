package io.examledger.platform.web;

import io.examledger.platform.web.Problems.FieldError;
import java.time.temporal.Temporal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body, and where. Never repeats a value: it may be a secret. */
final class JsonComplaint {
    private static final int SHOWN = 200;

    private JsonComplaint() {}

    static FieldError about(JacksonException problem) {
        return new FieldError(fieldOf(problem), messageOf(problem));
    }

    private static String messageOf(JacksonException problem) {
        return switch (problem) {
            case UnrecognizedPropertyException unknown -> "there is no such field here";
            case StorableText.Unstorable text -> text.getOriginalMessage();
            case InvalidNullException empty -> "must not be null";
            case ValueInstantiationException refused -> reasonOf(refused);
            case MismatchedInputException mismatch -> mismatchOf(mismatch);
            case InputCoercionException number -> "the number is out of range";
            case StreamConstraintsException limit -> "too long, or nested too deeply";
            case StreamReadException malformed -> malformedOf(malformed);
            default -> "cannot be read";
        };
    }

    /** What a value object said of its own accord; anything else may quote the input. */
    private static String reasonOf(ValueInstantiationException refused) {
        Throwable cause = refused.getCause();
        String message = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return message == null ? "is not a valid value" : message;
    }

    private static String mismatchOf(MismatchedInputException mismatch) {
        if (mismatch.getOriginalMessage().startsWith("Missing required creator property")) {
            return "is required";
        }
        if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return "something follows the end of the JSON";
        }
        Class<?> type = mismatch.getTargetType();
        return type == null ? "has the wrong type" : "is not " + nameOf(type);
    }

    private static String nameOf(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number in range";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time in ISO 8601, for example 2026-01-31T09:00:00Z";
        }
        return Iterable.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object of the documented form";
    }

    private static String malformedOf(StreamReadException malformed) {
        if (malformed.getOriginalMessage().startsWith("Duplicate")) {
            return "a field is there twice";
        }
        var location = malformed.getLocation();
        return location == null
                ? "is not well-formed JSON"
                : "is not well-formed JSON at line %d, column %d"
                        .formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String fieldOf(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            @Nullable String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(printable(name));
            }
        }
        return path.isEmpty() ? "body" : path.substring(0, Math.min(path.length(), SHOWN));
    }

    private static String printable(String name) {
        return name.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
