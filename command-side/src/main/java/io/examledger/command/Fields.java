package io.examledger.command;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a request gives. A bad field of the body is refused with its name, a bad id in the path is unknown. */
public final class Fields {
    private Fields() {}

    /** @throws Refused if the field is missing */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw bad(field, "is required");
        }
        return value;
    }

    /** @throws Refused if the field is missing, blank or longer than {@code max} characters */
    public static String text(@Nullable String value, String field, int max) {
        String text = required(value, field);
        if (text.isBlank() || text.length() > max) {
            throw bad(field, "must have 1 to " + max + " characters and not be blank");
        }
        return text;
    }

    /** @throws Refused if the field is missing or outside the range, bounds included */
    public static int between(@Nullable Integer value, String field, int min, int max) {
        int number = required(value, field);
        if (number < min || number > max) {
            throw bad(field, "must be between " + min + " and " + max);
        }
        return number;
    }

    /** Makes a value of a field; the value's own constructor says what is wrong with it. */
    public static <T, R> R value(@Nullable T given, String field, Function<T, R> constructor) {
        T present = required(given, field);
        try {
            return constructor.apply(present);
        } catch (IllegalArgumentException e) {
            throw bad(field, e.getMessage() == null ? "is not valid" : e.getMessage());
        }
    }

    /**
     * Reads an id in the path. What cannot be an id is answered as one that nobody has: unknown and malformed ids are
     * both not there (ACC-4).
     */
    public static <R> R id(String given, Function<String, R> constructor) {
        try {
            return constructor.apply(given);
        } catch (IllegalArgumentException e) {
            throw Refusals.notFound();
        }
    }

    /** A bad field. */
    public static Refused bad(String field, String message) {
        return new Refused(new Refusal.Invalid("request.invalid-field", message, field));
    }
}
