package io.examledger.query.audit.explanation;

import java.time.Instant;
import java.util.List;

/**
 * Why something stands as it does.
 *
 * @param at for which instant that is said: time alone can end things
 */
public record Explanation(String id, Instant at, List<Reason> items) {
    public Explanation {
        items = List.copyOf(items);
    }
}
