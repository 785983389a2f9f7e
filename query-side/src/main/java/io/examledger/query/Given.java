package io.examledger.query;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.account.AccountId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was given as parameters. An absent one stays absent; a wrong one is a {@link BadQuery} that says what is right. */
public final class Given {
    private static final int MAX_LENGTH = 200;

    private Given() {}

    /** Text as it may be looked up in a database: no control characters, no half of a surrogate pair. */
    public static @Nullable String text(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        if (given.isBlank() || given.length() > MAX_LENGTH) {
            throw new BadQuery(field, "1 to " + MAX_LENGTH + " characters");
        }
        if (given.codePoints().anyMatch(Given::isUnprintable)) {
            throw new BadQuery(field, "printable characters only");
        }
        return given;
    }

    /**
     * An id from a path.
     *
     * @throws NotFound if it can be no one's
     */
    public static String id(String what, String given) {
        if (given.isBlank() || given.length() > MAX_LENGTH || given.codePoints().anyMatch(Given::isUnprintable)) {
            throw new NotFound(what);
        }
        return given;
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** The name of one of an enum's constants. */
    public static <E extends Enum<E>> @Nullable E oneOf(String field, @Nullable String given, Class<E> names) {
        if (given == null) {
            return null;
        }
        for (E constant : names.getEnumConstants()) {
            if (constant.name().equals(given)) {
                return constant;
            }
        }
        throw new BadQuery(
                field,
                "one of "
                        + Arrays.stream(names.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")));
    }

    /** An instant such as {@code 2026-01-31T12:00:00Z}, in the years that a database can compare. */
    public static @Nullable Instant instant(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            Instant instant = Instant.parse(given);
            if (instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw badInstant(field);
        }
        throw badInstant(field);
    }

    private static BadQuery badInstant(String field) {
        return new BadQuery(field, "an instant such as 2026-01-31T12:00:00Z");
    }

    /**
     * Whose data is asked for (ACC-4).
     *
     * @param account the {@code account} parameter, by which staff narrow
     * @return null for everyone's, which only staff can see
     */
    public static @Nullable String account(Caller caller, @Nullable String account) {
        String narrowed = text("account", account);
        if (caller.seesAll()) {
            return narrowed;
        }
        AccountId own = caller.ownAccount();
        if (narrowed != null && !narrowed.equals(own.value())) {
            throw new BadQuery("account", "only operators and auditors look at other accounts");
        }
        return own.value();
    }
}
