package io.examledger.platform.deadline;

import static java.util.function.UnaryOperator.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.Refused;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the commands of deadlines that have come, one after the other, in the order of their instants. A command's
 * idempotency key is the deadline with the position of the event that set it, so that one which is sent again after a
 * crash, or by another node at the same time, is stored once.
 */
public final class DeadlineSweep implements Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweep.class);
    private static final int CHUNK = 100;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_DOUBLINGS = 7;
    private static final String FINGERPRINT = "deadline";
    private static final Caller CLOCK = new Caller("deadline", Optional.empty(), Set.of(Role.OPERATOR));

    private final Map<String, DeadlineRule> rules;
    private final DeadlineTable table;
    private final Turn turn;
    private final Commands commands;
    private final Clock clock;

    public DeadlineSweep(List<DeadlineRule> rules, DataSource dataSource, Commands commands, Clock clock) {
        this.rules = rules.stream().collect(toUnmodifiableMap(DeadlineRule::kind, identity()));
        this.table = new DeadlineTable(dataSource);
        this.turn = new Turn(dataSource, "platform.deadline_turn");
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Does what is due now, and what becomes due meanwhile.
     *
     * @return false if another node, or another thread of this one, is at it
     */
    @Override
    public boolean sweep() {
        return turn.take(this::work);
    }

    private void work(Turn.StillOurs ours) {
        List<Deadline> due = table.due(clock.instant(), CHUNK);
        while (!due.isEmpty()) {
            for (Deadline deadline : due) {
                if (!ours.holds()) {
                    return;
                }
                send(deadline);
            }
            due = table.due(clock.instant(), CHUNK);
        }
    }

    private void send(Deadline deadline) {
        try {
            commands.send(rule(deadline).command(deadline.key(), clock.instant()), Done.class, context(deadline));
            table.done(deadline);
        } catch (Refused refused) {
            LOG.info("{} {} came and was refused: {}", deadline.kind(), deadline.key(), refused.refusal());
            table.done(deadline);
        } catch (RuntimeException e) {
            int doublings = Math.min(deadline.failures(), LONGEST_PAUSE_DOUBLINGS);
            Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
            LOG.warn("{} {} came and failed; again in {}", deadline.kind(), deadline.key(), pause, e);
            table.postpone(deadline, clock.instant().plus(pause));
        }
    }

    private DeadlineRule rule(Deadline deadline) {
        DeadlineRule rule = rules.get(deadline.kind());
        if (rule == null) {
            throw new IllegalStateException("no rule for deadlines of kind " + deadline.kind());
        }
        return rule;
    }

    private static CommandContext context(Deadline deadline) {
        String key = "deadline/" + deadline.kind() + "/" + deadline.key() + "/" + deadline.position();
        return new CommandContext(
                CLOCK, deadline.correlationId(), deadline.eventId(), new Idempotency(key, FINGERPRINT));
    }

    /** When something is due next; empty if nothing is. */
    @Override
    public Optional<Instant> next() {
        return table.next();
    }

    /** How many deadlines have failed and wait for another try; 0 is healthy. */
    public int failing() {
        return table.failing();
    }
}
