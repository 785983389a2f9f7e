package io.examledger.command;

import io.examledger.kernel.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a command that is not the command itself.
 *
 * @param caller who asks
 * @param correlationId id of the request; stands on every event that comes of it
 * @param causationId what led to the command: the request, or the event that a policy answers
 * @param idempotency null if the client sent no key
 */
public record CommandContext(
        Caller caller,
        String correlationId,
        String causationId,
        @Nullable Idempotency idempotency) {
    /** A command that a request asks for. */
    public CommandContext(Caller caller, String requestId, @Nullable Idempotency idempotency) {
        this(caller, requestId, "request:" + requestId, idempotency);
    }

    /**
     * @param key the client's {@code Idempotency-Key}; unique for the caller
     * @param fingerprint keyed digest of method, path and body: a key that comes back with another one is refused
     */
    public record Idempotency(String key, String fingerprint) {}
}
