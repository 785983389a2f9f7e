package io.examledger.kernel.identity;

/** Makes identities, so that nothing else needs a source of randomness. */
public interface Identifiers {
    /** A new UUID of version 7 as text: unique, and sorted by the time it was made. */
    String next();
}
