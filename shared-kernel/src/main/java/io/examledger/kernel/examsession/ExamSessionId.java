package io.examledger.kernel.examsession;

import io.examledger.kernel.identity.IdentityText;
import io.examledger.kernel.site.SiteId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Identity of an exam session: what it follows from, so that there is one for a site and a start (APT-8). */
public record ExamSessionId(String value) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuuMMddHH", Locale.ROOT).withZone(ZoneOffset.UTC);

    public ExamSessionId {
        IdentityText.require("a session id", value);
    }

    /** The session of a site at a start, to the second. */
    public static ExamSessionId of(SiteId site, Instant start) {
        return new ExamSessionId(site.value() + "-" + SECOND.format(start));
    }

    /** The online pool's session for all starts within an hour (UTC). */
    public static ExamSessionId online(Instant start) {
        return new ExamSessionId("online-" + HOUR.format(start));
    }

    @Override
    public String toString() {
        return value;
    }
}
