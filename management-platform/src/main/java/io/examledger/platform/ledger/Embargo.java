package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.LoggedEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds back what an exam came to until its release (RES-1): the plain log and proofs leave the house. The event is there, with the
 * hash of its content, so that the chain can be followed.
 */
@Component
final class Embargo {
    private static final Set<String> JUDGING =
            Set.of("exam-result.recorded", "exam-result.corrected", "candidacy.attempt-judged");
    private static final JsonMapper JSON = new JsonMapper();
    private final Clock clock;

    Embargo(Clock clock) {
        this.clock = clock;
    }

    LoggedEvent shown(LoggedEvent event) {
        return JUDGING.contains(event.type()) && releaseOf(event).isAfter(clock.instant()) ? event.heldBack() : event;
    }

    private static Instant releaseOf(LoggedEvent event) {
        return Instant.parse(
                JSON.readTree(event.payload()).required("releaseAt").stringValue());
    }
}
