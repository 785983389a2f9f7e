package io.examledger.platform.ledger;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.HashChain;
import io.examledger.eventstore.proof.HeadSigner;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.proof.VerifierKey;
import io.examledger.eventstore.tree.LedgerTree;
import io.examledger.eventstore.tree.LoggedRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log, a clock that stands still until it is put forward, and a place for heads that can be out of reach. */
final class LedgerRun {
    static final Instant START = Instant.parse("2027-01-10T09:30:00Z");
    static final Duration HOUR = Duration.ofHours(1);

    final DataSource database;
    final LoggedRows rows;
    final LedgerTree tree;
    final AnchorTable anchors;
    final SignedHeads heads;
    final Place place = new Place();
    final HeadSigner signer = newSigner();
    private Instant now = START;

    LedgerRun(DataSource database) {
        this.database = database;
        rows = new LoggedRows(database);
        tree = new LedgerTree(database);
        anchors = new AnchorTable(database);
        heads = new SignedHeads(rows, tree, anchors, signer, Optional.empty());
    }

    /** A node of the cluster. */
    AnchorSweep node() {
        return node(heads);
    }

    /** One that knows the signer's key and some of before. */
    AnchorSweep node(SignedHeads signed, VerifierKey... earlier) {
        Set<VerifierKey> keys =
                Stream.concat(Stream.of(signer.key()), Stream.of(earlier)).collect(toUnmodifiableSet());
        return new AnchorSweep(signed, anchors, new KnownKeys(keys), List.of(place), database, HOUR, clock());
    }

    static HeadSigner newSigner() {
        return LedgerKey.signer("test", new String(LedgerKey.generate(), StandardCharsets.US_ASCII));
    }

    /** The log as it is now under another key, put into the table of anchors and owed to the place by who can write there. */
    void insertHeadSignedBy(HeadSigner other) {
        Anchor anchor = new Anchor(new SignedHeads(rows, tree, anchors, other, Optional.empty()).current(), now);
        anchors.insert(anchor);
        anchors.owe(anchor, place.name());
    }

    /** As they are signed where heads are kept in a file as well. */
    SignedHeads headsKeptIn(Path file) {
        return new SignedHeads(rows, tree, anchors, signer, Optional.of(new KeptHeads(file)));
    }

    /** The head as it is now, put into the table of anchors. */
    Anchor anchored(SignedHeads signed) {
        Anchor anchor = new Anchor(signed.current(), now);
        anchors.insert(anchor);
        return anchor;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void append(int events) {
        Hash previous = rows.last().map(LoggedEvent::hash).orElse(Hash.of(HashChain.genesis()));
        long last = rows.last().map(LoggedEvent::position).orElse(0L);
        List<Object[]> inserted = new ArrayList<>();
        for (long before = last; before < last + events; before++) {
            LoggedEvent event = new LoggedEvent(
                    before + 1,
                    UUID.randomUUID(),
                    "Note",
                    "note-" + before,
                    0,
                    "test.noted",
                    "1",
                    START,
                    "{}",
                    "{}",
                    previous);
            previous = event.hashAfter(previous);
            inserted.add(row(event, previous));
        }
        new JdbcTemplate(database).batchUpdate("""
                insert into ledger.event (position, event_id, aggregate_type, aggregate_id, sequence, type,
                  revision, recorded_at, payload, metadata, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", inserted);
    }

    private static Object[] row(LoggedEvent event, Hash hash) {
        return new Object[] {
            event.position(),
            event.eventId(),
            event.aggregateType(),
            event.aggregateId(),
            event.sequence(),
            event.type(),
            event.revision(),
            event.recordedAt().atOffset(ZoneOffset.UTC),
            event.payload(),
            event.metadata(),
            hash.bytes()
        };
    }

    void execute(String sql) {
        JdbcClient.create(database).sql(sql).update();
    }

    Clock clock() {
        return new Standing();
    }

    /** Where heads are kept. */
    static final class Place implements AnchorTarget {
        final List<Long> tried = new ArrayList<>();
        final List<Long> kept = new ArrayList<>();
        boolean away;

        @Override
        public String name() {
            return "place";
        }

        @Override
        public void deliver(Anchor anchor) throws IOException {
            tried.add(anchor.size());
            if (away) {
                throw new IOException("away");
            }
            kept.add(anchor.size());
        }
    }

    private final class Standing extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
