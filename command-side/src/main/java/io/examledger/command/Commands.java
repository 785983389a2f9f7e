package io.examledger.command;

import java.util.Optional;
import java.util.function.Function;

/** Sends commands. What it answers is durable. */
public interface Commands {
    /**
     * Decides and stores a command, once for each idempotency key.
     *
     * @param <R> what the command's handler answers; a record of plain data, because it is kept with the receipt
     * @throws Refused if a rule says no
     * @throws IdempotencyKeyReused if the key was used with another request before
     * @throws OutcomeUnknown if the connection broke at the commit and the outcome could not be found out yet
     */
    <R> Outcome<R> send(Object command, Class<R> answer, CommandContext context);

    /**
     * What this request was answered when its idempotency key was first used, for an endpoint that turns new requests
     * away but still answers repeats.
     *
     * @return empty if the request has no key, or the key is new
     * @throws Refused if a rule said no then
     * @throws IdempotencyKeyReused if the key was used with another request before
     */
    <R> Optional<Outcome<R>> replay(Class<R> answer, CommandContext context);

    /**
     * An accepted command.
     *
     * @param answer what the handler answered, now or when the key was first used
     * @param position of the last event in the log; a read model at this position has seen the command
     * @param replayed whether the answer is the one given when the key was first used
     */
    record Outcome<R>(R answer, long position, boolean replayed) {
        /** The same outcome with another answer, for an endpoint that shows it differently. */
        public <S> Outcome<S> map(Function<? super R, ? extends S> shown) {
            return new Outcome<>(shown.apply(answer), position, replayed);
        }
    }

    /** The answer of a command that has nothing to say. */
    record Done() {}

    /** An idempotency key came back with another request. */
    final class IdempotencyKeyReused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IdempotencyKeyReused() {
            super("this Idempotency-Key was used with another request: use a new key for a new request");
        }
    }

    /** Whether the command was stored is not known; the same request with the same key will tell. */
    final class OutcomeUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(Throwable cause) {
            super("the database did not say whether this was stored: repeat the request with the same key", cause);
        }
    }
}
