package io.examledger.kernel.personal;

import org.jspecify.annotations.Nullable;

/**
 * The legal name of a person (as on the photo ID, ACC-3), or the name of an organisation: either first and last, or
 * organisation. {@link #toString()} does not show it.
 */
public record PersonName(
        @Nullable String first,
        @Nullable String last,
        @Nullable String organisation) {
    public PersonName {
        boolean person = present(first) && present(last) && organisation == null;
        boolean company = present(organisation) && first == null && last == null;
        if (!person && !company) {
            throw new IllegalArgumentException("a name is first and last of a person, or organisation");
        }
    }

    private static boolean present(@Nullable String part) {
        return part != null && !part.isBlank() && part.length() <= 200;
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
