package io.examledger.kernel.message;

/** What a carrier promises about an attempt of which nobody knows how it ended (ADR 0012). */
public enum Guarantee {
    /** The other side takes what comes again for new: such an attempt is never repeated. */
    AT_MOST_ONCE,
    /** The other side knows a message again by its id: such an attempt is repeated. */
    AT_LEAST_ONCE
}
