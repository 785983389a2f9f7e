package io.examledger.kernel.site;

import io.examledger.kernel.event.EventType;
import java.time.Instant;

/** What happens to a test center. */
public sealed interface SiteEvent {
    String siteId();

    /** @param zone the site's time zone, an id of the IANA database; for people, who read local time */
    @EventType(value = "site.opened", rules = "APT-3")
    record Opened(String siteId, String name, String address, String zone, Instant openedAt) implements SiteEvent {}
}
