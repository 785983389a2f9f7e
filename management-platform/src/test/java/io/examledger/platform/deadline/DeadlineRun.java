package io.examledger.platform.deadline;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;

/** A rule by which a paid order is due at its end, a clock that stands still, and what the sweep sends. */
final class DeadlineRun {
    static final Instant DUE = Instant.parse("2027-01-10T09:30:00Z");

    private final DataSource database;
    private final NotedDeadlines noted;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private volatile Instant now = DUE;
    private long position;

    /** A command, its idempotency key, and what it came of. */
    record Sent(Object command, @Nullable String key, String cause, String correlation) {}

    DeadlineRun(DataSource database) {
        this.database = database;
        this.noted = new NotedDeadlines(List.of(new Rule()), database, () -> {});
    }

    /** What the rule makes of a deadline. */
    record Do(String key, Instant at) {}

    private static final class Rule implements DeadlineRule {
        @Override
        public String kind() {
            return "test";
        }

        @Override
        public List<DeadlineChange> after(Object event) {
            return switch (event) {
                case OrderEvent.Purchased e -> List.of(new DeadlineChange.Set(e.orderId(), e.validUntil()));
                case OrderEndEvent.Expired e -> List.of(new DeadlineChange.Lift(e.orderId()));
                default -> List.of();
            };
        }

        @Override
        public Object command(String key, Instant now) {
            return new Do(key, now);
        }
    }

    /** The order's deadline is set, or set anew. */
    void set(String order, Instant due) {
        note(new OrderEvent.Purchased(order, "company", OrderKind.ENTERPRISE, "PR000001", 1, List.of(), DUE, due, 1));
    }

    void lift(String order) {
        note(new OrderEndEvent.Expired(order, "company", OrderKind.ENTERPRISE, "PR000001", 1, DUE, DUE));
    }

    private void note(Object payload) {
        position++;
        noted.on(
                payload,
                new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(position),
                        new GenericMessage<>(payload, Map.of("correlationId", "request-" + position)),
                        () -> DUE));
    }

    NotedDeadlines policy() {
        return noted;
    }

    DeadlineSweep node() {
        return new DeadlineSweep(List.of(new Rule()), database, new Receiver(), new Standing());
    }

    void at(Instant instant) {
        now = instant;
    }

    /** The commands of an order fail, or are refused, or end the process, until it is repaired. */
    void breakFor(String order, Throwable failure) {
        failures.put(order, failure);
    }

    void repair() {
        failures.clear();
    }

    List<Sent> sent() {
        return sent;
    }

    /** The keys of the deadlines whose commands were sent, in their order. */
    List<String> orders() {
        return sent.stream().map(each -> ((Do) each.command()).key()).toList();
    }

    private final class Receiver implements Commands {
        @Override
        public <R> Outcome<R> send(Object command, Class<R> answer, CommandContext context) {
            Do due = (Do) command;
            CommandContext.Idempotency idempotency = Objects.requireNonNull(context.idempotency());
            sent.add(new Sent(command, idempotency.key(), context.causationId(), context.correlationId()));
            switch (failures.get(due.key())) {
                case null -> {}
                case Error end -> throw end;
                case RuntimeException failure -> throw failure;
                default -> throw new AssertionError("not a failure of a command");
            }
            return new Outcome<>(answer.cast(new Done()), 1, false);
        }

        @Override
        public <R> Optional<Outcome<R>> replay(Class<R> answer, CommandContext context) {
            return Optional.empty();
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
