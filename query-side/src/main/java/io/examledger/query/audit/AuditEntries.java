package io.examledger.query.audit;

import io.examledger.query.projection.RecordedEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Fetches events from the log and tells them. */
public final class AuditEntries {
    private static final Comparator<RecordedEvent> OLDEST_FIRST = Comparator.comparingLong(RecordedEvent::position);
    private final LoggedEvents log;
    private final Clock clock;

    public AuditEntries(LoggedEvents log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    List<AuditEntry> newestFirst(Collection<Long> positions) {
        return in(OLDEST_FIRST.reversed(), positions);
    }

    List<AuditEntry> oldestFirst(Collection<Long> positions) {
        return in(OLDEST_FIRST, positions);
    }

    private List<AuditEntry> in(Comparator<RecordedEvent> order, Collection<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return log.at(positions).stream()
                .sorted(order)
                .map(event -> AuditEntry.of(event, now))
                .toList();
    }
}
