package io.examledger.eventstore.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Logs in memory, chained as the store does it. */
final class Chain {
    static final String ORIGIN = "example.com/log";

    private Chain() {}

    static List<LoggedEvent> of(int events, String payload) {
        List<LoggedEvent> unchained = new ArrayList<>();
        for (int position = 1; position <= events; position++) {
            unchained.add(new LoggedEvent(
                    position,
                    new UUID(position, position),
                    "Note",
                    "note-" + position,
                    0,
                    "test.noted",
                    "1",
                    Instant.parse("2026-11-22T00:00:00.000000Z").plusNanos(1_000L * position),
                    payload,
                    "{\"actor\":\"someone\"}",
                    Hash.of(HashChain.genesis())));
        }
        return rechained(unchained);
    }

    /** With positions and hashes as whoever rewrites the whole log would make them. */
    static List<LoggedEvent> rechained(List<LoggedEvent> events) {
        List<LoggedEvent> chained = new ArrayList<>();
        Hash previous = Hash.of(HashChain.genesis());
        for (LoggedEvent event : events) {
            LoggedEvent moved = at(event, chained.size() + 1L, event.hash());
            previous = moved.hashAfter(previous);
            chained.add(at(moved, moved.position(), previous));
        }
        return chained;
    }

    static LoggedEvent at(LoggedEvent event, long position, Hash hash) {
        return new LoggedEvent(
                position,
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.type(),
                event.revision(),
                event.recordedAt(),
                event.payload(),
                event.metadata(),
                hash);
    }

    static Head head(List<LoggedEvent> events) {
        GrowingTree tree = GrowingTree.empty();
        events.forEach(event -> tree.add(MerkleTree.leaf(event.hash())));
        LoggedEvent last = events.getLast();
        return new Head(ORIGIN, events.size(), tree.root(), last.hash(), last.recordedAt());
    }

    /** As the system answers it. */
    static String json(SignedHead signed) {
        Head head = signed.head();
        return """
               {"size": %d, "rootHash": "%s", "chainHash": "%s", "recordedAt": "%s", "origin": "%s", "keyId": "%s", \
               "publicKey": "%s", "signature": "%s", "checkpoint": %s}""".formatted(
                        head.size(),
                        head.rootHash(),
                        head.chainHash(),
                        head.recordedAt(),
                        head.origin(),
                        signed.key().id(),
                        signed.key(),
                        signed.signature(),
                        Json.quoted(signed.checkpoint()));
    }
}
