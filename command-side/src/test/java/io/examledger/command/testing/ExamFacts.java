package io.examledger.command.testing;

import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.site.SiteId;
import java.time.Instant;
import java.util.List;

/** Events of sites, sessions and appointments that tests start from. */
public final class ExamFacts {
    public static final SiteId SITE = new SiteId("site");
    /** A month after {@link Facts#NOW}. */
    public static final Instant START = Instant.parse("2026-07-01T09:00:00Z");

    public static final ExamSessionId SESSION = ExamSessionId.of(SITE, START);

    private ExamFacts() {}

    public static SiteEvent siteOpened() {
        return new SiteEvent.Opened(SITE.value(), "Berlin Mitte", "Beispielstrasse 1", "Europe/Berlin", Facts.LONG_AGO);
    }

    /** All subjects can be sat. */
    public static ExamSessionEvent sessionOpened(int seats) {
        return new ExamSessionEvent.Opened(SESSION.value(), SITE.value(), START, List.of(), seats, Facts.NOW);
    }
}
