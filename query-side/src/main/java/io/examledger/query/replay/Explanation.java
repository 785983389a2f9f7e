package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.replay.Comparison.Found;
import io.examledger.query.replay.Difference.Explaining;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Finds the first event that a served row does not follow, by folding the row's own events once more, one by one. */
final class Explanation {
    /** Folded one by one; where more had a part in the rows that differ, none is named. */
    private static final int MAX_EVENTS = 5_000;

    private final LogPages log;
    private final ShadowTables scratch;
    private final ScratchRows rows;

    Explanation(LogPages log, ShadowTables scratch, ScratchRows rows) {
        this.log = log;
        this.scratch = scratch;
        this.rows = rows;
    }

    /** All differences of all projections, in their order, with the event that explains each. */
    List<Difference> explained(List<Found> found) {
        List<Difference> differences =
                found.stream().flatMap(each -> each.differences().stream()).toList();
        List<Part> parts = differences.isEmpty() ? List.of() : parts(found);
        if (parts.isEmpty() || parts.size() > MAX_EVENTS) {
            return differences;
        }
        Map<Difference, Course> courses = new HashMap<>();
        scratch.create();
        try {
            for (Part part : parts) {
                part.projection().project(List.of(part.event()), scratch.writer());
                part.in()
                        .forEach(difference -> courses.computeIfAbsent(difference, Course::new)
                                .goesOn(part.event(), rows.find(difference)));
            }
        } finally {
            scratch.drop();
        }
        return differences.stream()
                .map(difference -> courses.containsKey(difference)
                        ? difference.explainedBy(courses.get(difference).explaining())
                        : difference)
                .toList();
    }

    /** An event, a projection that folds it, and the rows that differ of those that the fold names. */
    private record Part(RecordedEvent event, Projection projection, List<Difference> in) {}

    /** In the order of the log; one more than the most if there are too many. */
    private List<Part> parts(List<Found> found) {
        List<Part> parts = new ArrayList<>();
        long upTo = found.stream().mapToLong(Found::position).max().orElse(0);
        log.read(
                0,
                upTo,
                page -> page.forEach(event -> found.stream()
                        .filter(each -> parts.size() <= MAX_EVENTS && each.folds(event))
                        .map(each ->
                                new Part(event, each.projection(), named(each.projection(), event, each.differences())))
                        .filter(part -> !part.in().isEmpty())
                        .forEach(parts::add)));
        return parts;
    }

    private static List<Difference> named(Projection projection, RecordedEvent event, List<Difference> differences) {
        List<Set<String>> written = new ArrayList<>();
        projection.project(List.of(event), (sql, rows) -> rows.forEach(row -> written.add(values(row))));
        return differences.stream()
                .filter(difference -> written.stream()
                        .anyMatch(values -> values.containsAll(difference.key().values())))
                .toList();
    }

    private static Set<String> values(SqlParameterSource row) {
        Set<String> values = new HashSet<>();
        String[] names = Objects.requireNonNull(row.getParameterNames(), "rows name their values");
        Stream.of(names).map(row::getValue).map(String::valueOf).forEach(values::add);
        return values;
    }

    /** How a row comes about, event by event, beside what the served table says. */
    private static final class Course {
        private final Difference difference;
        private Map<String, @Nullable String> before = Map.of();
        private @Nullable Explaining afterEqual;
        private @Nullable Explaining last;
        private boolean wasEqual;

        Course(Difference difference) {
            this.difference = difference;
        }

        void goesOn(RecordedEvent event, Map<String, @Nullable String> row) {
            Map<String, @Nullable String> now = new HashMap<>(row);
            now.keySet().retainAll(difference.rebuilt().keySet());
            if (now.equals(before)) {
                return;
            }
            before = now;
            Explaining changed = new Explaining(event.position(), event.eventId());
            if (now.equals(difference.live())) {
                wasEqual = true;
                afterEqual = null;
            } else {
                afterEqual = afterEqual == null ? changed : afterEqual;
                last = changed;
            }
        }

        @Nullable
        Explaining explaining() {
            return wasEqual || difference.kind() == Difference.Kind.MISSING ? afterEqual : last;
        }
    }
}
