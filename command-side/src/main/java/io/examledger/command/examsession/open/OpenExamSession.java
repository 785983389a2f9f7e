package io.examledger.command.examsession.open;

import io.examledger.command.LoadsTogether;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Offers seats at a site.
 *
 * @param sessionId follows from site and start: a site has one session for a start
 * @param subjects codes of the subjects that can be sat; empty for all
 */
public record OpenExamSession(
        ExamSessionId sessionId, SiteId siteId, Instant start, List<String> subjects, int seats, Instant at)
        implements LoadsTogether {
    /** More fit in no hall. */
    public static final int MAX_SEATS = 10_000;

    public OpenExamSession {
        subjects = List.copyOf(subjects);
    }

    @Override
    public Set<String> aggregateIds() {
        return Set.of(siteId.value(), sessionId.value());
    }
}
