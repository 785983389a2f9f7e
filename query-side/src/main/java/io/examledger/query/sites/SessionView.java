package io.examledger.query.sites;

import java.time.Instant;
import java.util.List;

/**
 * A start at a site.
 *
 * @param subjects codes of the subjects that can be sat; empty for all
 * @param seatsLeft as of the log's position that was read: only scheduling itself gives a seat away (APT-8)
 */
public record SessionView(
        String sessionId, String siteId, Instant start, List<String> subjects, int seats, int seatsLeft) {
    public SessionView {
        subjects = List.copyOf(subjects);
    }
}
