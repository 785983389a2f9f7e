package io.examledger.kernel.account;

import java.util.Arrays;
import java.util.Locale;

/** In which an account is written to. */
public enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.SIMPLIFIED_CHINESE);

    /** Of an account that has chosen none. */
    public static final Language DEFAULT = EN;

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The name on the wire, for example {@code en}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The language that is written so, to the letter.
     *
     * @throws IllegalArgumentException if there is no such language
     */
    public static Language ofWireName(String name) {
        return Arrays.stream(values())
                .filter(language -> language.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be en or zh"));
    }
}
