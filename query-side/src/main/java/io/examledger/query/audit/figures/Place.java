package io.examledger.query.audit.figures;

/**
 * Where a page ended: units are sorted by both, downwards.
 *
 * @param group position of the order, where units are sorted by order first
 * @param within position of the unit, or number of the part
 */
record Place(long group, long within) {
    static final Place BEGINNING = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

    /** From where on units of a group follow. */
    long within(long ofGroup) {
        return ofGroup == group ? within : Long.MAX_VALUE;
    }
}
