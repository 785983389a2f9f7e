package io.examledger.query.audit.figures;

import io.examledger.query.Moment;
import io.examledger.query.audit.figures.Trail.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events by which codes are what they are: the issue, of which the row knows the position, and those since the code
 * was last free. Folding no others gives the same status.
 */
final class CodeHistories {
    /** By the last event that changed the status, the events that led there; of each the last one. */
    private static final Map<String, Set<String>> DECIDING = Map.of(
            "redeem-code.unbound", Set.of("redeem-code.unbound"),
            "redeem-code.bound", Set.of("redeem-code.bound"),
            "redeem-code.scheduled", Set.of("redeem-code.bound", "redeem-code.scheduled"),
            "redeem-code.unscheduled", Set.of("redeem-code.bound", "redeem-code.unscheduled"),
            "redeem-code.completed", Set.of("redeem-code.bound", "redeem-code.scheduled", "redeem-code.completed"),
            "redeem-code.refunded", Set.of("redeem-code.refunded"),
            "redeem-code.expired", Set.of("redeem-code.expired"));

    private final @Nullable Trail trail;

    private CodeHistories(@Nullable Trail trail) {
        this.trail = trail;
    }

    /** Whatever became of them. */
    static CodeHistories issueAlone() {
        return new CodeHistories(null);
    }

    static CodeHistories toTheStatus(Trail trail) {
        return new CodeHistories(trail);
    }

    /** Positions, by code. */
    Map<String, List<Long>> of(List<Walk.Row> codes, Moment moment) {
        Map<String, List<Entry>> happened = trail == null
                ? Map.of()
                : trail.of(codes.stream().map(Walk.Row::id).toList(), DECIDING.keySet(), moment);
        Map<String, List<Long>> deciding = new HashMap<>();
        for (Walk.Row code : codes) {
            Stream<Long> since = deciding(happened.getOrDefault(code.id(), List.of()));
            deciding.put(
                    code.id(), Stream.concat(Stream.of(code.position()), since).toList());
        }
        return deciding;
    }

    private static Stream<Long> deciding(List<Entry> happened) {
        if (happened.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Long> last = new HashMap<>();
        happened.forEach(entry -> last.put(entry.type(), entry.position()));
        return DECIDING.getOrDefault(happened.getLast().type(), Set.of()).stream()
                .map(last::get)
                .filter(Objects::nonNull);
    }
}
