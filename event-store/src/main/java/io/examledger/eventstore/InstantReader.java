package io.examledger.eventstore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Instants as events have them, {@code 2026-01-31T09:30:00.123456Z}: their places are known, and the general parser was the
 * dearest part of reading an event. Whatever looks otherwise is left to that parser.
 */
final class InstantReader extends StdScalarDeserializer<Instant> {
    /** Up to the second. */
    private static final String FORM = "0000-00-00T00:00:00";

    private static final int NANO_DIGITS = 9;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        Instant read = parser.hasToken(JsonToken.VALUE_STRING) ? read(parser.getString()) : null;
        return read != null ? read : InstantDeserializer.INSTANT.deserialize(parser, context);
    }

    /** Null if it is not of the form, or no instant. */
    private static @Nullable Instant read(String text) {
        int end = text.length() - 1;
        if (!isOfTheForm(text, end)) {
            return null;
        }
        try {
            long second = LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toEpochSecond(ZoneOffset.UTC);
            return Instant.ofEpochSecond(second, nanos(text, end));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @param end where the Z is */
    private static boolean isOfTheForm(String text, int end) {
        int fraction = end - FORM.length();
        if (fraction < 0 || fraction > NANO_DIGITS + 1 || fraction == 1 || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            if (wanted == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != wanted) {
                return false;
            }
        }
        for (int i = FORM.length() + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return fraction == 0 || text.charAt(FORM.length()) == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long nanos(String text, int end) {
        int from = FORM.length() + 1;
        long nanos = from < end ? number(text, from, end) : 0;
        for (int digits = Math.max(0, end - from); digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
