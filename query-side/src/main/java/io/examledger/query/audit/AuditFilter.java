package io.examledger.query.audit;

import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.event.EventType;
import io.examledger.query.BadQuery;
import io.examledger.query.Criteria;
import io.examledger.query.Given;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param aggregate type of the aggregate, for example {@code Order}
 * @param id of the aggregate
 * @param type of the event, for example {@code order.placed}
 * @param actor who caused it
 * @param correlation id of the request it came of
 * @param from recorded then or later
 * @param to recorded before then
 * @param fromPosition the first that is wanted
 * @param toPosition the last that is wanted
 */
public record AuditFilter(
        @Nullable String aggregate,
        @Nullable String id,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String correlation,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long fromPosition,
        @Nullable Long toPosition) {
    /** By what the list can be narrowed. */
    public static final Set<String> PARAMETERS = new TreeSet<>(
            Set.of("aggregate", "id", "type", "actor", "correlation", "from", "to", "fromPosition", "toPosition"));

    private static final String ACTOR = "actor";

    private static final Set<String> TYPES = EventCatalogue.events().stream()
            .map(EventCatalogue::typeOf)
            .map(EventType::value)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * @param given by the names of {@link #PARAMETERS}
     * @throws BadQuery if a value is not one
     */
    public static AuditFilter of(Map<String, ? extends @Nullable String> given) {
        return new AuditFilter(
                Given.text("aggregate", given.get("aggregate")),
                Given.text("id", given.get("id")),
                type(given.get("type")),
                Given.text("actor", given.get("actor")),
                Given.text("correlation", given.get("correlation")),
                Given.instant("from", given.get("from")),
                Given.instant("to", given.get("to")),
                position("fromPosition", given.get("fromPosition")),
                position("toPosition", given.get("toPosition")));
    }

    private static @Nullable String type(@Nullable String given) {
        if (given != null && !TYPES.contains(given)) {
            throw new BadQuery("type", "an event of the catalogue, for example order.placed");
        }
        return given;
    }

    private static @Nullable Long position(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        if (!given.matches("[0-9]{1,18}")) {
            throw new BadQuery(field, "a position in the log, counted from 1");
        }
        return Long.valueOf(given);
    }

    /**
     * Conditions in the order of an index that ends with the position. What the fewest events have in common leads: the rows
     * are compared together with their position, and sorted by both. Were it said to be equal, PostgreSQL would at times go
     * through the whole log by position instead, in the hope to meet enough of them soon.
     *
     * @param span of positions
     * @param postgres which of the two databases is asked
     */
    Criteria criteria(AuditSpan span, boolean postgres) {
        Criteria criteria = new Criteria().with("first", span.first()).with("before", span.before());
        List<String> lead = lead();
        if (lead.isEmpty()) {
            criteria.where("position >= :first and position < :before", "first", span.first());
        } else {
            criteria.where(led(lead), "first", span.first());
        }
        conditions().forEach((column, value) -> {
            if (!lead.contains(column)) {
                criteria.where(column + " = :" + column, column, value);
            } else if (postgres) {
                criteria.with(column, value);
            } else {
                // H2 looks into the index for this alone; for PostgreSQL it would hide where the page begins.
                criteria.where("%1$s between :%1$s and :%1$s".formatted(column), column, value);
            }
        });
        return criteria;
    }

    /** PostgreSQL looks into the index for it, and begins at the page. */
    private static String led(List<String> lead) {
        return """
                (%1$s, position) >= (%2$s, :first)
                  and (%1$s, position) < (%2$s, :before)""".formatted(
                        String.join(", ", lead), lead.stream().map(":"::concat).collect(Collectors.joining(", ")));
    }

    /** The columns to sort by. */
    String order() {
        return Stream.concat(lead().stream(), Stream.of("position"))
                .map(column -> column + " desc")
                .collect(Collectors.joining(", "));
    }

    /** An actor can be behind most of all events, and none of those be of the type: for these there are indexes of both. */
    private List<String> lead() {
        List<String> given = List.copyOf(conditions().keySet());
        boolean together = given.size() > 1 && given.getFirst().equals(ACTOR);
        return given.subList(0, together ? 2 : Math.min(1, given.size()));
    }

    /** The same without the aggregate, for a type whose events are all of that. */
    AuditFilter ofAnyAggregate() {
        return new AuditFilter(null, id, type, actor, correlation, from, to, fromPosition, toPosition);
    }

    private Map<String, String> conditions() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "aggregate_id", id);
        put(given, "correlation_id", correlation);
        put(given, ACTOR, actor);
        put(given, "type", type);
        put(given, "aggregate_type", aggregate);
        return given;
    }

    private static void put(Map<String, String> given, String column, @Nullable String value) {
        if (value != null) {
            given.put(column, value);
        }
    }
}
