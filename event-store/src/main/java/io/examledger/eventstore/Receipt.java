package io.examledger.eventstore;

/**
 * What a request was answered, kept so that a repeat is answered the same.
 *
 * @param scope whose key it is
 * @param key the caller's idempotency key, unique in its scope
 * @param fingerprint tells the same request from another under the same key
 * @param answer opaque to the store; encrypted by whoever made it
 */
// Nobody compares receipts, and the bytes go straight from a cipher into a column.
@SuppressWarnings("ArrayRecordComponent")
public record Receipt(String scope, String key, String fingerprint, byte[] answer) {}
