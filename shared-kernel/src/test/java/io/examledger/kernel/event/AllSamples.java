package io.examledger.kernel.event;

import java.util.List;

/** The samples of all events, for tests of other packages. */
public final class AllSamples {
    private AllSamples() {}

    public static List<Object> all() {
        return EventSamples.all();
    }
}
