package io.examledger.benchmarks.history;

import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.personal.PersonalDataEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens, one command after the other, each stored as the command would have stored it: at once, and apart from
 * those before and after. It remembers what is known, and how far each aggregate's stream is.
 */
final class Teller {
    private static final Map<Class<?>, String> AGGREGATES = Map.of(
            ExamResultEvent.class, "Appointment",
            AppointmentNoticeEvent.class, "Appointment",
            PersonalDataEvent.class, "PersonalDataRead");

    private final LedgerEventStorageEngine log;
    private final LongAdder told;
    private final long goal;
    private final SplittableRandom random;
    private final Map<String, @Nullable Object> known = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<DomainEventMessage<?>> command = new ArrayList<>();
    private String correlation = newId();
    private Instant now;

    /**
     * @param told counts the events of all tellers
     * @param goal at which all of them end
     */
    Teller(LedgerEventStorageEngine log, LongAdder told, long goal, SplittableRandom random, Instant begin) {
        this.log = log;
        this.told = told;
        this.goal = goal;
        this.random = random;
        this.now = begin;
    }

    static String newId() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }

    SplittableRandom random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    Instant now() {
        return now;
    }

    void at(Instant instant) {
        now = instant;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** Whether there are as many events as were asked for. */
    boolean enough() {
        return told.sum() >= goal;
    }

    /** From now on, under the name that events have for it. */
    Teller know(String field, @Nullable Object value) {
        known.put(field, value);
        return this;
    }

    String text(String field) {
        return String.valueOf(known.get(field));
    }

    /** Whether it is known, and not as nothing. */
    boolean knows(String field) {
        return known.get(field) != null;
    }

    <T> T known(String field, Class<T> type) {
        return type.cast(Objects.requireNonNull(known.get(field), field));
    }

    /** @return id of the event */
    String tell(Class<?> type) {
        return tell(type, Map.of());
    }

    /**
     * Adds an event to the command.
     *
     * @param own fields of this event only
     * @return id of the event
     */
    String tell(Class<?> type, Map<String, ?> own) {
        EventMaker maker = EventMaker.of(type);
        Object event = maker.make(own, known, now);
        return add(aggregateOf(type), maker.idOf(event), event);
    }

    /** Adds an event whose stream has another id than the event's first field. */
    void tellIn(String aggregate, String id, Class<?> type, Map<String, ?> own) {
        add(aggregate, id, EventMaker.of(type).make(own, known, now));
    }

    private String add(String aggregate, String id, Object event) {
        long sequence = sequences.merge(id, 1L, Long::sum) - 1;
        DomainEventMessage<?> message = new GenericDomainEventMessage<>(
                aggregate,
                id,
                sequence,
                event,
                Map.of("actor", text("actor"), "correlationId", correlation, "causationId", "request:" + correlation));
        command.add(message);
        return message.getIdentifier();
    }

    private static String aggregateOf(Class<?> type) {
        Class<?> family = EventCatalogue.families().stream()
                .filter(each -> each.isAssignableFrom(type))
                .findFirst()
                .orElseThrow();
        return AGGREGATES.getOrDefault(family, family.getSimpleName().replaceFirst("Event$", ""));
    }

    /** The command is over: stores its events. */
    void done() {
        log.appendEvents(List.copyOf(command));
        told.add(command.size());
        command.clear();
        correlation = newId();
        later(Duration.ofSeconds(1 + random.nextLong(60)));
    }
}
