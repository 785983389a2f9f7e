package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.projection.Versioned;
import io.examledger.query.replay.Comparison.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Finds the first event that a served row does not follow, by folding the row's own events once more, one by one. */
final class Explanation {
    private static final Logger LOG = LoggerFactory.getLogger(Explanation.class);

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

    /**
     * All differences of all projections, in their order, with the event that explains each. That they are named, and what
     * was found is exchanged, does not depend on whether they can be explained.
     */
    List<Difference> explained(List<Found> found) {
        List<Difference> differences =
                found.stream().flatMap(each -> each.differences().stream()).toList();
        try {
            return differences.isEmpty() ? differences : explained(found, differences);
        } catch (RuntimeException e) {
            LOG.warn("{} rows that differ are named, and could not be explained", differences.size(), e);
            return differences;
        }
    }

    private List<Difference> explained(List<Found> found, List<Difference> differences) {
        List<Part> parts = parts(found);
        if (parts.isEmpty() || parts.size() > MAX_EVENTS) {
            return differences;
        }
        scratch.create();
        try {
            for (Part part : parts) {
                part.projection().project(List.of(part.event()), scratch.writer());
                part.in().forEach(course -> course.goesOn(part.event(), rows.find(course)));
            }
        } finally {
            scratch.drop();
        }
        Map<Difference, RowCourse> explained = new HashMap<>();
        parts.forEach(part -> part.in().forEach(course -> explained.put(course.difference(), course)));
        return differences.stream()
                .map(difference -> explained.containsKey(difference)
                        ? difference.explainedBy(explained.get(difference).explaining())
                        : difference)
                .toList();
    }

    /** An event, a projection that folds it, and the rows that differ of those that the fold names. */
    private record Part(RecordedEvent event, Projection projection, List<RowCourse> in) {}

    /** In the order of the log; one more than the most if there are too many. */
    private List<Part> parts(List<Found> found) {
        Map<Found, List<RowCourse>> courses = new LinkedHashMap<>();
        found.forEach(each -> courses.put(
                each,
                each.differences().stream()
                        .map(RowCourse::of)
                        .flatMap(Optional::stream)
                        .toList()));
        List<Part> parts = new ArrayList<>();
        long upTo = found.stream().mapToLong(Found::position).max().orElse(0);
        log.read(
                0,
                upTo,
                page -> page.forEach(event -> courses.entrySet().stream()
                        .filter(each ->
                                parts.size() <= MAX_EVENTS && each.getKey().folds(event))
                        .map(each -> new Part(
                                event,
                                each.getKey().projection(),
                                named(each.getKey().projection(), event, each.getValue())))
                        .filter(part -> !part.in().isEmpty())
                        .forEach(parts::add)));
        return parts;
    }

    private static List<RowCourse> named(Projection projection, RecordedEvent event, List<RowCourse> courses) {
        List<Set<String>> written = new ArrayList<>();
        projection.project(List.of(event), (sql, rows) -> rows.forEach(row -> written.add(values(row))));
        if (projection instanceof Versioned versioned) {
            versioned.touches(event.payload()).forEach(row -> written.add(Set.copyOf(row.key())));
        }
        return courses.stream()
                .filter(course -> course.concerns(event)
                        && written.stream()
                                .anyMatch(values ->
                                        values.containsAll(course.key().values())))
                .toList();
    }

    private static Set<String> values(SqlParameterSource row) {
        Set<String> values = new HashSet<>();
        String[] names = Objects.requireNonNull(row.getParameterNames(), "rows name their values");
        Stream.of(names).map(row::getValue).map(String::valueOf).forEach(values::add);
        return values;
    }
}
