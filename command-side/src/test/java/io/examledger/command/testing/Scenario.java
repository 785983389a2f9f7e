package io.examledger.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Claims;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Given events, when a command, then events or a refusal: for use cases of several aggregates. Commands may follow each
 * other; what one stored is given for the next.
 */
public final class Scenario {
    private final CommandSide commandSide = new CommandSide();
    private @Nullable Object answer;
    private @Nullable Throwable failure;
    private List<Object> stored = List.of();

    /** Nothing has happened yet. */
    public static Scenario start() {
        return new Scenario();
    }

    /** @param facts events, or arrays of events */
    public static Scenario given(Object... facts) {
        Scenario scenario = new Scenario();
        scenario.commandSide.given(flat(facts));
        return scenario;
    }

    /**
     * What happened since, and not by these commands.
     *
     * @param facts events, or arrays of events
     */
    public Scenario andHappened(Object... facts) {
        commandSide.given(flat(facts));
        return this;
    }

    /** A name that was claimed before. */
    public Scenario claimed(String kind, String name, String holder) {
        commandSide.claims().hold(kind, name, holder);
        return this;
    }

    public Scenario when(Object command) {
        int before = commandSide.log().size();
        answer = null;
        failure = null;
        try {
            answer = commandSide.send(command);
        } catch (Throwable e) {
            failure = e;
        }
        List<Object> log = commandSide.log();
        stored = log.subList(before, log.size());
        return this;
    }

    /** @param events or arrays of events */
    public Scenario thenEvents(Object... events) {
        assertThat(failure).as("failure of the command").isNull();
        assertThat(stored).containsExactlyElementsOf(flat(events));
        return this;
    }

    /** Among others. */
    public Scenario thenHappened(Object... events) {
        assertThat(failure).as("failure of the command").isNull();
        assertThat(stored).containsSubsequence(events);
        return this;
    }

    private static List<Object> flat(Object... events) {
        return Arrays.stream(events)
                .flatMap(event -> event instanceof Object[] several ? Arrays.stream(several) : Stream.of(event))
                .toList();
    }

    public Scenario thenAnswer(Object expected) {
        assertThat(failure).as("failure of the command").isNull();
        assertThat(answer).isEqualTo(expected);
        return this;
    }

    public Scenario thenRefused(String code) {
        assertThat(refusal().code()).isEqualTo(code);
        return this;
    }

    /** As {@code Commands} answers an aggregate that is not there. */
    public Scenario thenNotFound() {
        if (!(failure instanceof AggregateNotFoundException)) {
            assertThat(refusal()).isInstanceOf(Refusal.NotFound.class);
        }
        assertThat(stored).isEmpty();
        return this;
    }

    /** What must not happen at all, and is no refusal. */
    public Scenario thenBug() {
        assertThat(failure).isInstanceOf(IllegalStateException.class);
        assertThat(stored).isEmpty();
        return this;
    }

    /** The refusal of the last command, which stored nothing. */
    public Refusal refusal() {
        assertThat(failure).isInstanceOf(Refused.class);
        assertThat(stored).isEmpty();
        return ((Refused) java.util.Objects.requireNonNull(failure)).refusal();
    }

    public Claims claims() {
        return commandSide.claims();
    }
}
