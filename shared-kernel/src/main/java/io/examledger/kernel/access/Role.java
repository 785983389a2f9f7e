package io.examledger.kernel.access;

import java.util.Arrays;
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

    /**
     * The role that is written so, to the letter: {@code ENTERPRISE} is none, and neither is a look-alike.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public static Role ofWireName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such role"));
    }
}
