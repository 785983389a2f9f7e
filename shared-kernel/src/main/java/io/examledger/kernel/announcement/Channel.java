package io.examledger.kernel.announcement;

import java.util.Locale;

/** A way out of the system by which a person is reached; everything announced is in the message centre anyway. */
public enum Channel {
    EMAIL,
    SMS;

    /** The name on the wire, for example {@code email}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
