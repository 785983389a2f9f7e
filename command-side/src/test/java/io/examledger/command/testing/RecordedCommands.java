package io.examledger.command.testing;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records what an endpoint sends and answers as it is told. */
public final class RecordedCommands implements Commands {
    /** Position of every answer. */
    public static final long POSITION = 42;

    private final List<Object> sent = new ArrayList<>();
    private Object answer = new Done();
    private boolean replayed;
    private @Nullable Refused refused;

    public RecordedCommands answering(Object given) {
        answer = given;
        return this;
    }

    /** Answers as if the request had been answered so before. */
    public RecordedCommands replaying(Object given) {
        replayed = true;
        return answering(given);
    }

    public RecordedCommands refusing(Refused refusal) {
        refused = refusal;
        return this;
    }

    /** Everything that was sent, in order. */
    public List<Object> sent() {
        return sent;
    }

    @Override
    public <R> Outcome<R> send(Object command, Class<R> type, CommandContext context) {
        if (!context.equals(Endpoint.CONTEXT_OF.apply(context.caller()))) {
            throw new IllegalStateException("a command with a context of its own: " + context);
        }
        sent.add(command);
        return outcome(type);
    }

    @Override
    public <R> Optional<Outcome<R>> replay(Class<R> type, CommandContext context) {
        return replayed ? Optional.of(outcome(type)) : Optional.empty();
    }

    private <R> Outcome<R> outcome(Class<R> type) {
        if (refused != null) {
            throw refused;
        }
        return new Outcome<>(type.cast(answer), POSITION, replayed);
    }

    /** A rule that says no. */
    public static Refused conflict(String code) {
        return Refusals.conflict(code, "no");
    }
}
