package io.examledger.query.replay;

import io.examledger.query.BadQuery;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param projections names of those to rebuild; null or empty for all
 * @param swap whether the rebuilt tables are to be served from then on; only operators may ask for that
 */
public record ReplayRequest(
        @Nullable List<String> projections, @Nullable Boolean swap) {
    /** @throws BadQuery if there is no such projection */
    List<String> known(List<String> names) {
        if (projections == null || projections.isEmpty()) {
            return names;
        }
        if (!names.containsAll(projections)) {
            throw new BadQuery("projections", "some of " + String.join(", ", names));
        }
        return List.copyOf(new TreeSet<>(projections));
    }

    boolean swaps() {
        return Boolean.TRUE.equals(swap);
    }
}
