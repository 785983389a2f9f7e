package io.examledger.kernel.announcement;

import java.util.Arrays;

/** What can be announced. Each kind has a text in every language: {@code <key>.<language>.txt} beside this class. */
public enum AnnouncementKind {
    /** ORD-6. */
    ORDER_PURCHASED("order.purchased"),
    /** ORD-5. */
    ORDER_REMINDER("order.reminder-due"),
    /** COD-11b, to the former holder. */
    REDEEM_CODE_UNBOUND("redeem-code.unbound"),
    /** APT-7, to the examinee, as are all others of appointments. */
    SCHEDULED_AT_SITE("appointment.scheduled-at-site"),
    SCHEDULED_ONLINE("appointment.scheduled-online"),
    RESCHEDULED_AT_SITE("appointment.rescheduled-at-site"),
    RESCHEDULED_ONLINE("appointment.rescheduled-online"),
    CANCELLED_AT_SITE("appointment.cancelled-at-site"),
    CANCELLED_ONLINE("appointment.cancelled-online");

    private final String key;

    AnnouncementKind(String key) {
        this.key = key;
    }

    /** Stable: stored in events, shown to clients. */
    public String key() {
        return key;
    }

    /** @throws IllegalArgumentException if nothing is announced under the key */
    public static AnnouncementKind ofKey(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is announced as " + key));
    }
}
