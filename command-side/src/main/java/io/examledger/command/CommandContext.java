package io.examledger.command;

import io.examledger.kernel.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a request that is not the command itself.
 *
 * @param caller who asks
 * @param correlationId id of the request; stands on every event that comes of it
 * @param idempotency null if the client sent no key
 */
public record CommandContext(
        Caller caller, String correlationId, @Nullable Idempotency idempotency) {
    /**
     * @param key the client's {@code Idempotency-Key}; unique for the caller
     * @param fingerprint keyed digest of method, path and body: a key that comes back with another one is refused
     */
    public record Idempotency(String key, String fingerprint) {}
}
