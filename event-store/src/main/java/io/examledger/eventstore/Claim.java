package io.examledger.eventstore;

/**
 * A name that only one aggregate may hold, written in the transaction of the events that need it.
 *
 * @param kind what sort of name, for example {@code redeem-code}
 * @param name unique within its kind; at most 256 characters, never clear personal data or a secret
 * @param holder id of the aggregate that holds it
 */
public record Claim(String kind, String name, String holder) {}
