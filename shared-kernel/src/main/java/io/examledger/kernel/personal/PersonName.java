package io.examledger.kernel.personal;

import org.jspecify.annotations.Nullable;

/**
 * The legal name of a person (as on the photo ID, ACC-3), or the name of an organisation: either first and last, or
 * organisation. A part has at most {@value #LONGEST} characters, and only such as can be stored and printed.
 * {@link #toString()} does not show it.
 */
public record PersonName(
        @Nullable String first,
        @Nullable String last,
        @Nullable String organisation) {
    private static final int LONGEST = 200;

    public PersonName {
        boolean person = present(first) && present(last) && organisation == null;
        boolean company = present(organisation) && first == null && last == null;
        if (!person && !company) {
            throw new IllegalArgumentException("a name is first and last of a person, or organisation");
        }
        requireWellFormed(first);
        requireWellFormed(last);
        requireWellFormed(organisation);
    }

    private static boolean present(@Nullable String part) {
        return part != null && !part.isBlank();
    }

    private static void requireWellFormed(@Nullable String part) {
        if (part == null) {
            return;
        }
        if (part.length() > LONGEST) {
            throw new IllegalArgumentException("a part of a name has at most " + LONGEST + " characters");
        }
        if (part.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("a name has no control characters and no half characters");
        }
    }

    /** For display. */
    public String full() {
        return organisation != null ? organisation : first + " " + last;
    }

    @Override
    public String toString() {
        return "PersonName[personal]";
    }
}
