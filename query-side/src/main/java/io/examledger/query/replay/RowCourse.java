package io.examledger.query.replay;

import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.replay.Difference.Explaining;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a row comes about, event by event, beside what the served table says. Of a row that says what another was until it was
 * replaced, that is the course of the other one up to then.
 */
final class RowCourse {
    private static final String VERSIONS = "_version";
    private static final String REPLACED_AT = "replaced_at";

    /** As both databases write times: the minutes of an offset only where there are some. */
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[xxx][x]")
            .toFormatter();

    private final Difference difference;
    private final Optional<Instant> replacedAt;
    private Map<String, @Nullable String> before = Map.of();
    private @Nullable Explaining afterEqual;
    private @Nullable Explaining last;
    private @Nullable Explaining replacing;
    private boolean wasEqual;

    private RowCourse(Difference difference, Optional<Instant> replacedAt) {
        this.difference = difference;
        this.replacedAt = replacedAt;
    }

    /** Empty if the row says that it was replaced at a time at which nothing can be recorded, such as infinity. */
    static Optional<RowCourse> of(Difference difference) {
        String written =
                difference.table().endsWith(VERSIONS) ? difference.key().get(REPLACED_AT) : null;
        if (written == null) {
            return Optional.of(new RowCourse(difference, Optional.empty()));
        }
        try {
            return Optional.of(new RowCourse(difference, Optional.of(WRITTEN.parse(written, Instant::from))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isPast() {
        return replacedAt.isPresent();
    }

    Difference difference() {
        return difference;
    }

    /** Table of the row whose course it is. */
    String table() {
        String table = difference.table();
        return isPast() ? table.substring(0, table.length() - VERSIONS.length()) : table;
    }

    /** Key of that row. */
    Map<String, String> key() {
        Map<String, String> key = new LinkedHashMap<>(difference.key());
        if (isPast()) {
            key.remove(REPLACED_AT);
        }
        return key;
    }

    /** Whether an event had a part in it, if it had one in the row. */
    boolean concerns(RecordedEvent event) {
        return replacedAt.map(replaced -> !event.recordedAt().isAfter(replaced)).orElse(true);
    }

    /** @param row as it is after the event */
    void goesOn(RecordedEvent event, Map<String, @Nullable String> row) {
        Explaining changed = new Explaining(event.position(), event.eventId());
        if (replacedAt.equals(Optional.of(event.recordedAt()))) {
            replacing = replacing == null ? changed : replacing;
            return;
        }
        Map<String, @Nullable String> now = new HashMap<>(row);
        now.keySet().retainAll(difference.rebuilt().keySet());
        if (now.equals(before)) {
            return;
        }
        before = now;
        if (now.equals(difference.live())) {
            wasEqual = true;
            afterEqual = null;
        } else {
            afterEqual = afterEqual == null ? changed : afterEqual;
            last = changed;
        }
    }

    /** The first event that the served row does not follow; null if there is none. */
    @Nullable
    Explaining explaining() {
        if (replacedAt.isPresent() && difference.kind() != Difference.Kind.WRONG) {
            return difference.kind() == Difference.Kind.MISSING ? replacing : null;
        }
        Explaining named = wasEqual || difference.kind() == Difference.Kind.MISSING ? afterEqual : last;
        return named == null ? replacing : named;
    }
}
