package io.examledger.eventstore;

import io.examledger.eventstore.LogDialect.Head;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.LoggedEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A group as it follows a head: all of its events, numbered from there, each with its hash.
 *
 * @param recordedAt of all; the log never goes back in time, whatever the clock does
 * @param hashes of the events, in the same order
 */
record Chained(Head before, List<Append> group, Instant recordedAt, List<NewEvent> events, List<Hash> hashes) {
    static Chained after(Head before, List<Append> group, Clock clock) {
        Instant recordedAt = laterOf(clock.instant(), before.recordedAt());
        List<NewEvent> events =
                group.stream().flatMap(append -> append.events().stream()).toList();
        List<Hash> hashes = new ArrayList<>(events.size());
        Hash hash = Hash.of(before.hash());
        for (NewEvent event : events) {
            hash = hash(hash, before.position() + hashes.size() + 1, event, recordedAt);
            hashes.add(hash);
        }
        return new Chained(before, group, recordedAt, events, hashes);
    }

    private static Instant laterOf(Instant now, Instant before) {
        Instant stored = now.truncatedTo(ChronoUnit.MICROS);
        return stored.isBefore(before) ? before : stored;
    }

    private static Hash hash(Hash previous, long position, NewEvent event, Instant recordedAt) {
        LoggedEvent unchained = new LoggedEvent(
                position,
                event.id(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.type(),
                event.revision(),
                recordedAt,
                event.payload(),
                event.metadata(),
                previous);
        return unchained.hashAfter(previous);
    }

    /** The position of each append's last event, or of the one before it where an append has none. */
    long[] positions() {
        long[] positions = new long[group.size()];
        long position = before.position();
        for (int i = 0; i < positions.length; i++) {
            position += group.get(i).events().size();
            positions[i] = position;
        }
        return positions;
    }

    /** The head once these are stored. */
    Head head() {
        return events.isEmpty()
                ? before
                : new Head(before.position() + events.size(), hashes.getLast().bytes(), recordedAt);
    }
}
