package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.SignedHead;
import io.examledger.platform.deadline.Sweep;
import io.examledger.platform.deadline.Turn;
import io.examledger.platform.ledger.SignedHeads.Contradiction;
import io.examledger.platform.time.ClockAdvanced;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Anchors a head when it is time and the log has grown, once in a cluster, and takes it to every place that is set, in
 * order and as often as it takes. Each look also compares the log with what was anchored last. What is owed lies in the database, where
 * others may have written: while the log contradicts its heads none is delivered, and never one that no known key has signed.
 */
final class AnchorSweep implements Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorSweep.class);
    private static final int CHUNK = 100;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_DOUBLINGS = 7;

    private final SignedHeads heads;
    private final AnchorTable table;
    private final KnownKeys keys;
    private final List<AnchorTarget> targets;
    private final Turn turn;
    private final Duration every;
    private final Clock clock;
    private volatile Instant nextLook = Instant.EPOCH;

    AnchorSweep(
            SignedHeads heads,
            AnchorTable table,
            KnownKeys keys,
            List<AnchorTarget> targets,
            DataSource dataSource,
            Duration every,
            Clock clock) {
        this.heads = heads;
        this.table = table;
        this.keys = keys;
        this.targets = List.copyOf(targets);
        this.turn = new Turn(dataSource, "platform.ledger_anchor_turn");
        this.every = every;
        this.clock = clock;
    }

    @Override
    public boolean sweep() {
        return turn.take(this::work);
    }

    private void work(Turn.StillOurs ours) {
        try {
            anchorIfDue();
        } catch (Contradiction e) {
            // Told already, and again by health. Looked at again with the next round.
            nextLook = clock.instant().plus(FIRST_PAUSE);
            return;
        }
        for (AnchorTarget target : targets) {
            deliver(target, ours);
        }
    }

    private void anchorIfDue() {
        Instant now = clock.instant();
        Optional<Anchor> last = table.last();
        Instant due = last.map(anchor -> anchor.anchoredAt().plus(every)).orElse(now);
        if (due.isAfter(now)) {
            heads.check();
            nextLook = due;
            return;
        }
        SignedHead head = heads.current();
        if (head.head().size() > last.map(Anchor::size).orElse(0L)) {
            Anchor anchor = new Anchor(head, now);
            table.insert(anchor);
            targets.forEach(target -> table.owe(anchor, target.name()));
        }
        // A new system has no events yet, for a moment.
        nextLook = now.plus(head.head().size() == 0 ? FIRST_PAUSE : every);
    }

    private void deliver(AnchorTarget target, Turn.StillOurs ours) {
        for (Anchor anchor : table.owed(target.name(), clock.instant(), CHUNK)) {
            if (!ours.holds()) {
                return;
            }
            if (!keys.haveSigned(anchor.signed())) {
                withhold(anchor, target);
                continue;
            }
            try {
                target.deliver(anchor);
                table.delivered(anchor, target.name(), clock.instant());
            } catch (IOException | RuntimeException e) {
                Duration pause = pause(Math.min(table.failures(target.name()), LONGEST_PAUSE_DOUBLINGS));
                LOG.warn("a head did not get to the {}; again in {}", target.name(), pause, e);
                table.postpone(target.name(), clock.instant().plus(pause));
                return;
            }
        }
    }

    /** Alone: those of more events that are ours do not wait for it. */
    private void withhold(Anchor anchor, AnchorTarget target) {
        Duration pause = pause(LONGEST_PAUSE_DOUBLINGS);
        LOG.error(
                "the head of {} events does not go to the {}: no known key has signed it, but {}",
                anchor.size(),
                target.name(),
                anchor.signed().key());
        table.postpone(anchor, target.name(), clock.instant().plus(pause));
    }

    private static Duration pause(int doublings) {
        return FIRST_PAUSE.multipliedBy(1L << doublings);
    }

    @Override
    public Optional<Instant> next() {
        if (heads.lastContradiction().isPresent()) {
            return Optional.of(nextLook);
        }
        return Stream.of(Optional.of(nextLook), table.next(names()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private List<String> names() {
        return targets.stream().map(AnchorTarget::name).toList();
    }

    /** The places that the last try did not reach. */
    List<String> failing() {
        return names().stream().filter(name -> table.failures(name) > 0).toList();
    }

    /** What is due by then is done before the test clock answers. */
    @EventListener
    void on(ClockAdvanced advanced) {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("anchoring could not be looked at; the next look comes", e);
        }
    }
}
