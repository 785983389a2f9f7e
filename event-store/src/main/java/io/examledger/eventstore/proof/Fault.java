package io.examledger.eventstore.proof;

/**
 * The first thing that is wrong with a log.
 *
 * @param position of the first event that is not what it was, or is missing
 * @param detail for a person
 */
public record Fault(Kind kind, long position, String detail) {
    /** In what way. */
    public enum Kind {
        /** An event cannot be read. */
        UNREADABLE,
        /** A position is skipped. */
        MISSING,
        /** A position comes again, or too late. */
        OUT_OF_ORDER,
        /** An event does not have the hash that its content and the event before it lead to. */
        CHANGED,
        /** The log ends before a head or an older log that it should contain. */
        CUT_OFF,
        /** The log is sound in itself, but another than a head or an older log says. */
        REWRITTEN,
        /** The stored tree is not the tree of the log. */
        TREE_CHANGED
    }
}
