package io.examledger.platform.ledger;

import java.io.IOException;

/** A place outside the database where heads are kept, so that whoever can change the database cannot change them. */
interface AnchorTarget {
    /** Stable; at most 20 characters. */
    String name();

    /**
     * Returns once it is there. A head that was there before may come again.
     *
     * @throws IOException if it is not known to be there
     */
    void deliver(Anchor anchor) throws IOException;
}
