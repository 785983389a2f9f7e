package io.examledger.kernel.access;

import java.util.Locale;

/** What a caller may be, as the token's {@code roles} claim names it. */
public enum Role {
    ENTERPRISE,
    EXAMINEE,
    /** The certification body's staff. */
    OPERATOR,
    /** Reads everything, changes nothing (ACC-4). */
    AUDITOR;

    /** The name on the wire, for example {@code enterprise}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
