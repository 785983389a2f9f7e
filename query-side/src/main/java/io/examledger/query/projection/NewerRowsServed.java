package io.examledger.query.projection;

/** The served rows were written by a newer version of a projection, which this node does not have: it leaves them alone. */
final class NewerRowsServed extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NewerRowsServed(Projection projection, int served) {
        super("rows of version %d of %s are served, and this node has version %d"
                .formatted(served, projection.name(), projection.version()));
    }
}
